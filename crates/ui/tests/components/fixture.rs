//! A notice small enough to read, and a place on the page to show it.

use leptos::{
    mount::{UnmountHandle, mount_to},
    prelude::*,
    tachys::view::Mountable,
};
use notice::{
    Answer, Basis, Condition, Contact, Controller, Notice, Part, Purpose, Question, Recipient,
    Scope, Section, SectionId,
    strings::{Strings, Text},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Every text is its own key, so that a test can name what it looks for.
pub(crate) fn strings() -> Strings {
    let texts = Text::KEYS.iter().map(|key| (*key).to_owned()).collect();
    Strings::new(texts).expect("one text a key")
}

fn part(id: &str) -> Scope {
    Scope {
        part: Some(id.into()),
        audience: None,
    }
}

/// Two parts, `desk` and `door`, and a recipient under each kind of condition.
pub(crate) fn notice() -> Notice {
    let answer = |question, scope: Scope, text: &str, condition| Answer {
        question,
        text: text.into(),
        condition,
        scope,
    };
    let recipient = |name: &str, condition| Recipient {
        group: None,
        names: vec![name.into()],
        purpose: None,
        condition,
        condition_detail: None,
        role: None,
        open: None,
        scope: Scope::default(),
    };
    let section = |id, heading: &str| Section {
        id,
        heading: heading.into(),
        body: Vec::new(),
        scope: Scope::default(),
    };
    Notice {
        id: "town-hall".into(),
        title: "Town hall".into(),
        lang: "en".into(),
        machine_made: false,
        version: "1".into(),
        published: "2026-11-22".into(),
        restates: Some("nothing".into()),
        caution: None,
        controller: Controller {
            id: "town".into(),
            about: "The town.".into(),
            registration: None,
            succession: None,
            contact: Contact {
                name: "The town".into(),
                ..Contact::default()
            },
        },
        joint: Vec::new(),
        officer: None,
        parts: ["desk", "door"]
            .map(|id| Part {
                id: id.into(),
                title: id.to_uppercase(),
            })
            .into(),
        audiences: Vec::new(),
        answers: vec![
            answer(Question::Who, Scope::default(), "The town asks.", None),
            answer(Question::Why, part("desk"), "To answer you.", None),
            answer(Question::Why, part("door"), "To know who is in.", None),
            answer(
                Question::Sees,
                Scope::default(),
                "Firefighters.",
                Some(Condition::Emergency),
            ),
        ],
        data: Vec::new(),
        sources: Vec::new(),
        purposes: ["desk", "door"]
            .map(|id| Purpose {
                text: format!("Purpose of the {id}"),
                basis: Basis::NotStated,
                basis_detail: None,
                scope: part(id),
            })
            .into(),
        recipients: vec![
            recipient("The clerk", None),
            recipient("The surgery", Some(Condition::Permission)),
            recipient("The fire brigade", Some(Condition::Emergency)),
            recipient("The court", Some(Condition::Law)),
        ],
        retention: None,
        transfers: None,
        rights: Vec::new(),
        automated: None,
        children: None,
        adults_only: false,
        requests: None,
        upkeep: notice::Upkeep::default(),
        complaints: Vec::new(),
        laws: Vec::new(),
        fields: Vec::new(),
        sections: vec![
            section(SectionId::Who, "Who we are"),
            section(SectionId::Purposes, "Why"),
            section(SectionId::Recipients, "Who sees it"),
            section(SectionId::Retention, "How long"),
        ],
    }
}

/// A view on the page, gone when dropped.
pub(crate) struct Shown<M: Mountable> {
    pub place: HtmlElement,
    _handle: UnmountHandle<M>,
}

impl<M: Mountable> Drop for Shown<M> {
    fn drop(&mut self) {
        self.place.remove();
    }
}

pub(crate) fn show<F, N>(view: F) -> Shown<N::State>
where
    F: FnOnce() -> N + 'static,
    N: IntoView,
{
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let handle = mount_to(place.clone(), view);
    Shown {
        place,
        _handle: handle,
    }
}

impl<M: Mountable> Shown<M> {
    pub(crate) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.place.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|at| found.get(at).unwrap().unchecked_into())
            .collect()
    }

    pub(crate) fn one(&self, selector: &str) -> HtmlElement {
        match self.all(selector).as_slice() {
            [one] => one.clone(),
            found => panic!(
                "{selector}: {} found in {}",
                found.len(),
                self.place.inner_html()
            ),
        }
    }

    pub(crate) fn text(&self) -> String {
        words(&self.place)
    }
}

pub(crate) fn words(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// Lets the effects of a click run.
pub(crate) async fn settle() {
    leptos::task::tick().await;
}
