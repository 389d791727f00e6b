//! Finding leads.

use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::post_button::HiddenValues;
use crate::web::language::t;
use crate::web::messages::{components, draft as texts};
use crate::web::paths;

/// The search in the leads; it keeps the kind and the order that are shown.
pub fn search(draft: &DraftView) -> AnyView {
    let query = &draft.query;
    let kept = [
        ("show", query.show.key().to_owned()),
        ("problem", query.problem.clone()),
        (
            "sort",
            query.sort.map(|sort| sort.key()).unwrap_or_default(),
        ),
    ];
    let hidden = kept
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let clear = (!query.q.is_empty()).then(|| {
        let href = paths::draft_leads(&draft.id, &query.without_search());
        view! { <a href=href>{t(texts::clear_search())}</a> }
    });
    let (class, described, invalid) = match draft.search_problem {
        Some(_) => ("find field bad", Some("q-error"), Some("true")),
        None => ("find field", None, None),
    };
    let problem = draft
        .search_problem
        .clone()
        .map(|problem| view! { <p class="error" id="q-error">{t(problem)}</p> });
    view! {
        <form
            class=class
            method="get"
            action=paths::leads_of_draft(&draft.id)
            role="search"
        >
            <HiddenValues values=hidden />
            <label class="visually-hidden" for="q">
                {t(texts::search_leads())}
            </label>
            <input
                id="q"
                name="q"
                type="search"
                value=query.q.clone()
                placeholder=t(texts::search_leads())
                aria-describedby=described
                aria-invalid=invalid
                data-search=""
            />
            <button class="button" type="submit">
                {t(components::search())}
            </button>
            {clear}
            {problem}
        </form>
    }
    .into_any()
}
