//! All accounts of a person, each with its time, its tasks of today, and what needs attention.

use backend::overview::overview;
use leads::views::AccountOverview;
use leptos::prelude::*;

use crate::web::components::empty::Empty;
use crate::web::components::layout::attention_in_words;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::{accounts, sign_in};
use crate::web::pages::load::in_centered_layout;
use crate::web::paths;
use crate::web::request::caller::{OfNoAccount, of_no_account};

async fn read() -> Result<Vec<AccountOverview>, AppError> {
    let OfNoAccount {
        installation,
        person,
        now,
    } = of_no_account()?;
    Ok(overview(&installation, &person.accounts, now).await?)
}

/// The accounts, the oldest first.
#[component]
pub fn AccountsPage() -> impl IntoView {
    in_centered_layout(read(), draw)
}

fn draw(accounts: Vec<AccountOverview>) -> AnyView {
    let content = match accounts.is_empty() {
        true => no_account(),
        false => {
            view! { <ul class="accounts">{accounts.into_iter().map(card).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <PageTitle text=t(accounts::page_title()) />
        <h1>{t(accounts::page_title())}</h1>
        {content}
        <form method="post" action=paths::sign_out()>
            <button class="link" type="submit">{t(sign_in::sign_out())}</button>
        </form>
    }
    .into_any()
}

fn no_account() -> AnyView {
    view! {
        <Empty
            title=t(accounts::none_title())
            text=t(accounts::none())
        >
            <a class="button" href=paths::all_accounts()>{t(accounts::load_again())}</a>
        </Empty>
    }
    .into_any()
}

fn card(account: AccountOverview) -> AnyView {
    let within = |address: String| paths::of_account(&account.slug, &address);
    let attention = (account.needs_attention > 0).then(|| {
        let (_, words) = attention_in_words(account.needs_attention);
        view! { <a class="badge warn" href=within(paths::tasks_needing_attention())>{words}</a> }
    });
    let rules = within(paths::calling_rules());
    let holidays = account.missing_holidays.iter().map(|year| {
        let words = t(accounts::holidays_missing(year.to_string()));
        view! { <a class="badge warn" href=rules.clone()>{words}</a> }
    });
    let holidays = holidays.collect_view();
    let today = t(accounts::tasks_today(account.tasks_today));
    let drafts = t(accounts::open_drafts(account.drafts));
    view! {
        <li class="card">
            <div class="body stack">
                <h2>
                    <a href=within(paths::tasks())>{account.name.clone()}</a>
                </h2>
                <p>{t(account.clock.clone())} " · " {t(account.zone.message())}</p>
                <p>
                    {today} " · "
                    <a href=within(paths::drafts())>{drafts}</a>
                </p>
                {attention}
                {holidays}
            </div>
        </li>
    }
    .into_any()
}
