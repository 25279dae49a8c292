//! The first layer of a notice: six questions, a line or two each. Rendered when published: the card takes it as
//! ready markup.

use std::sync::Arc;

use leptos::prelude::*;
use notice::{
    Condition, Notice, Question,
    strings::{Strings, Text},
};

use super::{icon::QuestionIcon, prose::together};

/// Names the words of a question.
fn words(question: Question) -> Text {
    match question {
        Question::Who => Text::QuestionWho,
        Question::Why => Text::QuestionWhy,
        Question::Must => Text::QuestionMust,
        Question::Sees => Text::QuestionSees,
        Question::Keeps => Text::QuestionKeeps,
        Question::Rights => Text::QuestionRights,
    }
}

/// Renders the six answers for one reader (see [`Notice::view`]).
#[component]
pub fn Answers(notice: Arc<Notice>, t: Strings) -> impl IntoView {
    view! { <dl class="answers">{rows(&notice, &t, notice.questions())}</dl> }
}

/// Renders the six answers as a card has them.
#[component]
fn CardAnswers(notice: Arc<Notice>, t: Strings) -> impl IntoView {
    let first = notice.at_a_glance();
    let asked = notice.questions().iter().copied();
    let others: Vec<Question> = asked.filter(|it| !first.contains(it)).collect();
    let names: Vec<_> = others.iter().map(|&it| t.get(words(it))).collect();
    view! {
        <div class="answers">
            <dl>{rows(&notice, &t, first)}</dl>
            <details class="more">
                <summary>{names.join(" ")}</summary>
                <dl>{rows(&notice, &t, &others)}</dl>
            </details>
        </div>
    }
}

/// Renders one row for each of these questions.
fn rows(notice: &Notice, t: &Strings, asked: &[Question]) -> impl IntoView + use<> {
    let row = |question| {
        let lines = notice
            .answers
            .iter()
            .filter(|answer| answer.question == question)
            .map(|answer| {
                view! {
                    <dd>{together(&answer.text)} " " {condition_mark(answer.condition, t)}</dd>
                }
            })
            .collect_view();
        view! {
            <div class="answer">
                <dt><QuestionIcon question />{t.get(words(question)).to_owned()}</dt>
                {lines}
            </div>
        }
    };
    asked.iter().copied().map(row).collect_view()
}

/// Renders what stands in the card: cautions where there are any, and the six answers.
#[component]
pub fn CardFront(notice: Arc<Notice>, t: Strings) -> impl IntoView {
    let translation = translation_caution(&notice, &t);
    let caution = notice
        .caution
        .clone()
        .map(|text| view! { <p class="caution">{text}</p> });
    view! {
        <div class="front">
            {translation}
            {caution}
            <CardAnswers notice=notice.clone() t />
        </div>
    }
}

/// Renders the caution about a translation that nobody has reviewed, or about the words around a notice.
pub fn translation_caution(notice: &Notice, t: &Strings) -> impl IntoView + use<> {
    let mark = if notice.machine_made {
        Text::MadeByMachine
    } else {
        Text::WordsByMachine
    };
    caution(mark, t)
}

/// Renders a caution about a machine's words; nothing where a person has answered for them.
pub fn caution(mark: Text, t: &Strings) -> impl IntoView + use<> {
    let said = Some(t.get(mark)).filter(|said| !said.is_empty());
    said.map(|said| view! { <p class="caution">{said.to_owned()}</p> })
}

/// Renders the answers for every part and audience, each under its own anchor: the top of the static page.
#[component]
pub fn Summaries(notice: Arc<Notice>, t: Strings) -> impl IntoView {
    let readers = notice
        .parts
        .iter()
        .map(|part| ("part", part, Some(part.id.as_str()), None))
        .chain(
            notice
                .audiences
                .iter()
                .map(|audience| ("audience", audience, None, Some(audience.id.as_str()))),
        )
        .map(|(kind, reader, part, audience)| {
            let view = Arc::new(Notice::clone(&notice).view(part, audience));
            let anchor = format!("{kind}-{}", reader.id);
            view! {
                <section class="summary" id=anchor>
                    <h2>{reader.title.clone()}</h2>
                    <Answers notice=view t=t.clone() />
                </section>
            }
        })
        .collect::<Vec<_>>();
    if readers.is_empty() {
        let t = t.clone();
        view! { <section class="summary"><h2>{t.get(Text::CardHeading).to_owned()}</h2><Answers notice=notice.clone() t /></section> }.into_any()
    } else {
        readers.into_any()
    }
}

/// Marks conditional sharing: by a word in a shape, never by a colour alone.
pub fn condition_mark(condition: Option<Condition>, t: &Strings) -> impl IntoView + use<> {
    let (kind, text) = match condition? {
        Condition::Permission => ("permission", Text::OnlyIfYouAgree),
        Condition::Emergency => ("emergency", Text::OnlyInEmergency),
        Condition::Law => ("law", Text::OnlyIfLaw),
    };
    Some(view! { <span class="chip" data-condition=kind>{t.get(text).to_owned()}</span> })
}
