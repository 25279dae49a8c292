//! The guardian prompt.

use leptos::prelude::*;
use notice::guardian::{AgeAnswer, GuardianStep};
use ui::GuardianPrompt;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{settle, show, strings, words};

macro_rules! prompt {
    ($step:ident) => {{
        let $step = $step.clone();
        show(move || {
            view! {
                <GuardianPrompt line="Ask at home.".to_owned() under=13 t=strings() step=$step.into() warned=RwSignal::new(false) />
            }
        })
    }};
}

#[wasm_bindgen_test]
fn nothing_is_answered_for_the_visitor() {
    let step = ArcRwSignal::new(GuardianStep::default());
    let shown = prompt!(step);
    let answers = shown.all(".three button");
    assert_eq!(answers.len(), 3);
    assert!(
        answers
            .iter()
            .all(|button| button.get_attribute("aria-pressed").as_deref() == Some("false"))
    );
    assert!(shown.one("[part=guardian-permission]").hidden());
    assert!(shown.all("input").is_empty(), "no date of birth, no name");
}

#[wasm_bindgen_test]
async fn a_child_and_whoever_would_rather_not_say_see_the_line() {
    for (part, answer) in [
        ("guardian-under", AgeAnswer::Under),
        ("guardian-unsaid", AgeAnswer::Unsaid),
    ] {
        let step = ArcRwSignal::new(GuardianStep::default());
        let shown = prompt!(step);
        shown.one(&format!("[part={part}]")).click();
        settle().await;
        assert_eq!(step.get_untracked(), GuardianStep::AskingPermission(answer));
        assert!(!shown.one("[part=guardian-permission]").hidden());
        assert!(shown.text().contains("Ask at home."));
        shown.all("[part=guardian-permission] button")[0].click();
        settle().await;
        assert_eq!(step.get_untracked(), GuardianStep::Confirmed(answer));
    }
}

#[wasm_bindgen_test]
async fn a_grown_up_is_asked_nothing_more_and_may_change_the_answer() {
    let step = ArcRwSignal::new(GuardianStep::default());
    let shown = prompt!(step);
    shown.one("[part=guardian-over]").click();
    settle().await;
    assert_eq!(step.get_untracked(), GuardianStep::NotNeeded);
    assert!(shown.one("[part=guardian-permission]").hidden());
    shown.one("[part=guardian-under]").click();
    settle().await;
    assert_eq!(step.get_untracked().field(), "not-confirmed");
}

#[wasm_bindgen_test]
async fn what_keeps_the_form_is_said_until_an_answer_is_given() {
    let (step, warned) = (RwSignal::new(GuardianStep::default()), RwSignal::new(false));
    let shown = show(move || {
        view! { <GuardianPrompt line="Ask at home.".to_owned() under=14 t=strings() step warned /> }
    });
    let said = || words(&shown.all("[role=status]")[0]);
    assert_eq!(said(), "");
    warned.set(true);
    settle().await;
    assert_eq!(said(), "guardian-answer-first");
    shown.one("[part=guardian-unsaid]").click();
    settle().await;
    assert_eq!(said(), "");
}

#[wasm_bindgen_test]
async fn a_second_question_is_told_to_who_cannot_see_it() {
    let step = ArcRwSignal::new(GuardianStep::default());
    let shown = prompt!(step);
    let said = || words(&shown.all("[role=status]")[1]);
    for (part, told) in [
        ("guardian-under", "guardian-ask"),
        ("guardian-over", "guardian-thanks"),
    ] {
        shown.one(&format!("[part={part}]")).click();
        settle().await;
        assert_eq!(said(), told);
    }
    assert!(
        shown.one("#guardian-ask").has_attribute("tabindex"),
        "require brings the focus here"
    );
}
