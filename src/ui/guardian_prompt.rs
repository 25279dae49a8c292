//! "How old are you?": asked neutrally, answered in memory only.

use leptos::prelude::*;

use crate::{
    guardian::{AgeAnswer, Permission, Step},
    strings::{Strings, Text},
};

/// Three answers of equal weight and none chosen; then, for a child or for someone who would rather not say, the
/// notice's own line and what to do.
///
/// `line` is the line of the notice (or of the interface, when the tag asks where the notice has none); `under`
/// the age below which it speaks. `held` says that the form waits for an answer.
#[component]
pub fn GuardianPrompt(
    line: String,
    under: u8,
    t: Strings,
    step: RwSignal<Step>,
    held: RwSignal<bool>,
) -> impl IntoView {
    let age = under.to_string();
    let answers = [
        ("guardian-under", Text::GuardianUnder, AgeAnswer::Under),
        ("guardian-over", Text::GuardianOver, AgeAnswer::Over),
        ("guardian-unsaid", Text::GuardianUnsaid, AgeAnswer::Unsaid),
    ]
    .map(|(part, text, answer)| {
        let pressed = move || (step.get().answer() == Some(answer)).to_string();
        view! {
            <button part=part class="button" type="button" aria-pressed=pressed
                on:click=move |_| { held.set(false); step.set(Step::age(answer)); }>
                {t.with(text, &age)}
            </button>
        }
    })
    .into_iter()
    .collect_view();
    let texts = t.clone();
    let permission = move || {
        if matches!(step.get(), Step::Asking | Step::NotNeeded) {
            return None;
        }
        let choices = [
            (Text::GuardianConfirmed, Permission::Given),
            (Text::GuardianNotYet, Permission::NotYet),
        ]
        .map(|(text, answer)| {
            let pressed = move || {
                let now = step.get();
                (now != Step::Permission(now.answer().unwrap_or(AgeAnswer::Unsaid))
                    && now.permission(answer) == now)
                    .to_string()
            };
            view! {
                <button class="button" type="button" aria-pressed=pressed
                    on:click=move |_| { held.set(false); step.update(|now| *now = now.permission(answer)); }>
                    {texts.get(text).to_owned()}
                </button>
            }
        })
        .into_iter()
        .collect_view();
        Some(view! {
            <div part="guardian-permission" class="permission">
                <p class="line">{line.clone()}</p>
                <p>{texts.get(Text::GuardianAsk).to_owned()}</p>
                <div class="choices">{choices}</div>
                <p class="help">{texts.get(Text::GuardianHelp).to_owned()}</p>
            </div>
        })
    };
    let outcome = {
        let t = t.clone();
        move || {
            let text = match step.get() {
                _ if held.get() => Text::GuardianAnswerFirst,
                Step::Asking | Step::Permission(_) => return String::new(),
                Step::NotNeeded | Step::Confirmed(_) => Text::GuardianThanks,
                Step::NotConfirmed(_) => Text::GuardianWait,
            };
            t.get(text).to_owned()
        }
    };
    view! {
        <section part="guardian" class="guardian" aria-labelledby="guardian-question">
            <Picture />
            <div>
                <h2 id="guardian-question" tabindex="-1">{t.get(Text::GuardianQuestion).to_owned()}</h2>
                <p>{t.get(Text::GuardianWhy).to_owned()}</p>
                <div class="choices three">{answers}</div>
                {permission}
                <p role="status" class="outcome">{outcome}</p>
            </div>
        </section>
    }
}

/// A grown-up and a child looking at a page together.
#[component]
fn Picture() -> impl IntoView {
    view! {
        <svg class="picture" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true">
            <path d="M33 31c6 0 10-5 10-11S39 9 33 9s-10 5-10 11 4 11 10 11z"></path>
            <path d="M15 88c-1-20 0-36 5-43 6-8 20-8 26 0 3 4 4 9 5 15"></path>
            <path d="M69 53c5 0 8-4 8-9s-3-9-8-9-8 4-8 9 3 9 8 9z"></path>
            <path d="M54 88c0-12 3-24 9-27 4-2 9-2 13 0 6 4 8 15 8 27"></path>
            <path d="M44 62c4 5 9 7 14 7M37 70l24-3 2 14-24 3z"></path>
            <path d="M29 20h.1M36 20h.1M30 25c2 2 4 2 6 0M66 43h.1M72 43h.1M67 47c1 1 3 1 4 0"></path>
        </svg>
    }
}
