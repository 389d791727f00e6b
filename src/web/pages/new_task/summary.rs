//! What the task will be, and the way on.

use leads::views::NewTaskView;
use leptos::prelude::*;

use crate::web::components::facts::{Facts, fact, named};
use crate::web::language::t;
use crate::web::messages::new_task as texts;

/// The `id` of what the task will be.
pub const FACTS_ID: &str = "form-facts";

/// The `id` of the buttons.
pub const ACTIONS_ID: &str = "form-actions";

/// What the task will be, and the buttons.
pub fn summary(view: &NewTaskView) -> AnyView {
    view! {
        <aside class="card summary-card" aria-labelledby="summary-title">
            <header><h2 id="summary-title">{t(texts::summary())}</h2></header>
            {facts(view)}
            {actions(view)}
        </aside>
    }
    .into_any()
}

/// The list; and the robot, the line and when once there is a draft: the server draws it again only where that is saved, and
/// would deny before what is chosen beside it.
pub fn facts(view: &NewTaskView) -> AnyView {
    let form = &view.form;
    let list = view.list.as_ref().map(|list| {
        let leads = t(texts::leads(list.sheet.rows));
        format!("{} · {leads}", list.sheet.file_name)
    });
    let robot = view.robots.iter().find(|robot| robot.id == form.robot);
    let robot = robot.map(|robot| robot.name.clone());
    let line = (!form.line.is_empty()).then(|| form.line.clone());
    let open = |value: Option<String>| value.unwrap_or_else(|| t(texts::not_chosen()));
    let chosen = |name, value: Option<String>| match value {
        Some(value) => named(t(name), value),
        None => fact(t(name), t(texts::not_chosen())),
    };
    let mut pairs = vec![fact(t(texts::list()), open(list))];
    if view.version > 0 {
        pairs.extend([
            chosen(texts::robot(), robot),
            chosen(texts::line(), line),
            fact(t(texts::when()), open(view.when.in_words.clone().map(t))),
        ]);
    }
    view! { <div id=FACTS_ID class="body stack"><Facts pairs=pairs /></div> }.into_any()
}

/// The way on. What comes first is pressed by Enter in a field: it checks nothing.
pub fn actions(view: &NewTaskView) -> AnyView {
    let check = view.list.as_ref().filter(|list| list.can_be_checked);
    let is_clean = check.is_some_and(|list| list.tally.to_fix == 0);
    let class = |is_primary| {
        if is_primary {
            "button primary"
        } else {
            "button"
        }
    };
    let saved = match view.version {
        0 => texts::saved_once_chosen(),
        _ => texts::saved(),
    };
    view! {
        <div class="sticky-actions" id=ACTIONS_ID>
            <button class=class(!is_clean) type="submit" name="then" value="review" data-next="">{t(texts::review())}</button>
            {check
                .map(|_| {
                    view! { <button class=class(is_clean) type="submit" name="then" value="check">{t(texts::check())}</button> }
                })}
            <span class="small muted">{t(saved)}</span>
        </div>
    }
    .into_any()
}
