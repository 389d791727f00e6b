//! The HTML shell and the route table.

use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::web::components::reload::FollowChanges;
use crate::web::language::language;
use crate::web::{pages, paths};

/// The document around every page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    provide_context(options);
    view! {
        <!DOCTYPE html>
        <html lang=language().tag()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href=paths::favicon() type="image/svg+xml" />
                <link rel="stylesheet" href=paths::stylesheet() />
                <MetaTags />
                <FollowChanges />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The route table. Every page is drawn in full before it is answered, so that its status is right.
#[component]
fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=pages::not_found::NotFoundPage>
                <Route path=path!("/") view=pages::accounts::AccountsPage ssr=SsrMode::Async />
                <Route path=path!("/setup") view=pages::setup::SetupPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=pages::sign_in::SignInPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/second-factor") view=pages::second_factor::SecondFactorPage ssr=SsrMode::Async />
                <Route path=path!("/confirm") view=pages::confirm::ConfirmPage ssr=SsrMode::Async />
                <Route path=path!("/tasks") view=pages::tasks::TasksPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/new") view=pages::new_task::NewTaskPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/:id") view=pages::task::TaskPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/:id/calls") view=pages::calls::CallsOfTaskPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/:id/list") view=pages::task::TaskListPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/:id/list/rows") view=pages::task::ListRowsPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/:id/batches") view=pages::task::TaskBatchesPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/:id/activity") view=pages::task::TaskActivityPage ssr=SsrMode::Async />
                <Route path=path!("/tasks/:id/follow-up") view=pages::call_follow_up::CallFollowUpPage ssr=SsrMode::Async />
                <Route path=path!("/insights") view=pages::insights::InsightsPage ssr=SsrMode::Async />
                <Route path=path!("/drafts") view=pages::drafts::DraftsPage ssr=SsrMode::Async />
                <Route path=path!("/drafts/:id") view=pages::draft::DraftPage ssr=SsrMode::Async />
                <Route path=path!("/drafts/:id/columns") view=pages::columns::ColumnsPage ssr=SsrMode::Async />
                <Route path=path!("/drafts/:id/launch") view=pages::launch::LaunchPage ssr=SsrMode::Async />
                <Route path=path!("/drafts/:id/call-me") view=pages::call_me::CallMePage ssr=SsrMode::Async />
                <Route path=path!("/drafts/:id/replace") view=pages::replacement::ReplacementPage ssr=SsrMode::Async />
                <Route path=path!("/drafts/:id/leads/:row") view=pages::draft::LeadPage ssr=SsrMode::Async />
                <Route path=path!("/robots") view=pages::robots::RobotsPage ssr=SsrMode::Async />
                <Route path=path!("/robots/:id") view=pages::robot::RobotPage ssr=SsrMode::Async />
                <Route path=path!("/robots/:id/results") view=pages::robot_results::RobotResultsPage ssr=SsrMode::Async />
                <Route path=path!("/robots/:id/call-me") view=pages::call_me::CallMeByRobotPage ssr=SsrMode::Async />
                <Route path=path!("/do-not-call") view=pages::do_not_call::DoNotCallPage ssr=SsrMode::Async />
                <Route path=path!("/do-not-call/upload") view=pages::do_not_call::UploadDoNotCallListPage ssr=SsrMode::Async />
                <Route path=path!("/settings") view=pages::settings::SettingsPage ssr=SsrMode::Async />
                <Route path=path!("/settings/accounts") view=pages::new_account::NewAccountPage ssr=SsrMode::Async />
                <Route path=path!("/settings/calling-rules") view=pages::calling_rules::CallingRulesPage ssr=SsrMode::Async />
                <Route path=path!("/settings/calling-rules/:country/:sector") view=pages::calling_rules::CallingRulePage ssr=SsrMode::Async />
                <Route path=path!("/settings/audit") view=pages::audit::AuditPage ssr=SsrMode::Async />
                <Route path=path!("/settings/retention") view=pages::retention::RetentionPage ssr=SsrMode::Async />
                <Route path=path!("/settings/erasures") view=pages::erasures::ErasuresPage ssr=SsrMode::Async />
                <Route path=path!("/settings/erasures/:id") view=pages::erasures::ReceiptPage ssr=SsrMode::Async />
                <Route path=path!("/settings/people") view=pages::people::PeoplePage ssr=SsrMode::Async />
                <Route path=path!("/profile") view=pages::profile::ProfilePage ssr=SsrMode::Async />
                <Route path=path!("/profile/second-factor") view=pages::factor_setup::FactorSetupPage ssr=SsrMode::Async />
                <Route path=path!("/profile/recovery-codes") view=pages::recovery_codes::RecoveryCodesPage ssr=SsrMode::Async />
                <Route path=path!("/link/:key") view=pages::link::LinkPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
