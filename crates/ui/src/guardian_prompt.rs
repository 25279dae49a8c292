//! "How old are you?": asked neutrally, answered in memory only.

use leptos::prelude::*;
use notice::{
    guardian::{AgeAnswer, GuardianStep, Permission},
    strings::{Strings, Text},
};

/// Renders three answers of equal weight and none chosen; then, for a child or for someone who would rather not say, the
/// notice's own line and what to do. What never changes (`picture`, `help`) comes ready made: see [`GuardianPicture`](super::GuardianPicture)
/// and [`GuardianHelp`](super::GuardianHelp).
///
/// `line` is the line of the notice (or of the interface, when the tag asks where the notice has none); `under`
/// the age below which it speaks. `warned` says that the visitor was told to answer before the form goes.
#[component]
pub fn GuardianPrompt(
    line: String,
    under: u8,
    t: Strings,
    step: RwSignal<GuardianStep>,
    warned: RwSignal<bool>,
) -> impl IntoView {
    let age = under.to_string();
    let answers = [
        ("guardian-under", Text::GuardianUnder, AgeAnswer::Under),
        ("guardian-over", Text::GuardianOver, AgeAnswer::OldEnough),
        ("guardian-unsaid", Text::GuardianUnsaid, AgeAnswer::Unsaid),
    ]
    .map(|(part, text, answer)| {
        let pressed = move || (step.get().answer() == Some(answer)).to_string();
        view! {
            <button part=part class="button" type="button" aria-pressed=pressed
                on:click=move |_| { warned.set(false); step.set(GuardianStep::age(answer)); }>
                {t.with(text, &age)}
            </button>
        }
    })
    .into_iter()
    .collect_view();
    let choices = [
        (Text::GuardianConfirmed, Permission::Given),
        (Text::GuardianNotYet, Permission::NotYet),
    ]
    .map(|(text, answer)| {
        let pressed = move || {
            let now = step.get();
            (now.is_answered() && now.permission(answer) == now).to_string()
        };
        view! {
            <button class="button" type="button" aria-pressed=pressed
                on:click=move |_| { warned.set(false); step.update(|now| *now = now.permission(answer)); }>
                {t.get(text).to_owned()}
            </button>
        }
    })
    .into_iter()
    .collect_view();
    let text = |text: Text| t.get(text).to_owned();
    let ask = text(Text::GuardianAsk);
    let answer_first = text(Text::GuardianAnswerFirst);
    let outcome = {
        let t = t.clone();
        move || {
            let text = match step.get() {
                GuardianStep::Asking => return String::new(),
                // Sighted people see the question appear; a screen reader announces it.
                GuardianStep::AskingPermission(_) => Text::GuardianAsk,
                GuardianStep::NotNeeded | GuardianStep::Confirmed(_) => Text::GuardianThanks,
                GuardianStep::NotConfirmed(_) => Text::GuardianWait,
            };
            t.get(text).to_owned()
        }
    };
    view! {
        <section part="guardian" class="guardian" aria-labelledby="guardian-question">
            <div class="picture"></div>
            <div>
                <h2 id="guardian-question" tabindex="-1">{text(Text::GuardianQuestion)}</h2>
                <p role="status" class="outcome">{move || if warned.get() { answer_first.clone() } else { String::new() }}</p>
                <p>{text(Text::GuardianWhy)}</p>
                <div class="choices three">{answers}</div>
                <div part="guardian-permission" class="permission"
                    hidden=move || matches!(step.get(), GuardianStep::Asking | GuardianStep::NotNeeded)>
                    <p class="line">{line}</p>
                    <p id="guardian-ask" class="ask" tabindex="-1">{ask}</p>
                    <div class="choices" role="group" aria-labelledby="guardian-ask">{choices}</div>
                    <div class="help"></div>
                </div>
                <p role="status" class="outcome"
                    class:unseen=move || matches!(step.get(), GuardianStep::AskingPermission(_))>{outcome}</p>
            </div>
        </section>
    }
}
