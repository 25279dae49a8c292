//! The rights helper: a ready message for each right that a notice gives. It needs no script, and sends nothing.

use leptos::prelude::*;
use notice::{
    request::{ContactPoint, Mail, Message, Requests, mailto},
    strings::{Strings, Text},
};

use super::facts::contact;

/// Renders the messages, each behind the name of its right.
pub(crate) fn requests(requests: &Requests, t: &Strings) -> AnyView {
    let text = |text: Text| t.get(text).to_owned();
    let messages: Vec<_> = requests
        .messages
        .iter()
        .map(|one| message(one, &requests.desk, t))
        .collect();
    let twice = requests
        .twice
        .then(|| view! { <p>{text(Text::RequestTwice)}</p> });
    view! {
        <div class="requests">
            <h3>{text(Text::RequestHeading)}</h3>
            <p>{text(Text::RequestIntro)}</p>
            {way(&requests.desk, t)}
            {twice}
            {messages}
        </div>
    }
    .into_any()
}

fn message(message: &Message, desk: &ContactPoint, t: &Strings) -> AnyView {
    let own = message.desk.as_ref().map(|desk| way(desk, t));
    let mail = &message.desk.as_ref().unwrap_or(desk).mail;
    let link = match mail {
        Mail::Works(address) => {
            let address = mailto(address, &message.subject, &message.body);
            let label = t.with(Text::RequestMail, &message.name);
            Some(view! { <p><a href=address>{label}</a></p> })
        }
        Mail::Retired | Mail::NotStated => None,
    };
    view! {
        <details class="request" id=format!("request-{}", message.id)>
            <summary>{message.name.clone()}</summary>
            <p>{message.terms.clone()}</p>
            {own}
            {link}
            // Shown by a script, which it takes. Not `hidden` alone: a tree has no attribute without a value.
            <p class="copy" hidden="hidden">
                <button class="button" type="button" data-copy="copy">{t.get(Text::RequestCopy).to_owned()}</button>
            </p>
            <p role="status" data-copied=t.get(Text::RequestCopied).to_owned() data-selected=t.get(Text::RequestSelected).to_owned()></p>
            <pre class="message">{message.body.clone()}</pre>
        </details>
    }
    .into_any()
}

/// Says how the messages reach the controller.
fn way(desk: &ContactPoint, t: &Strings) -> AnyView {
    let Some(to) = &desk.contact else {
        let said = t.with(Text::RequestNoContact, &desk.controller);
        return view! { <p class="way">{said}</p> }.into_any();
    };
    let said = t.get(match desk.mail {
        Mail::Works(_) => Text::RequestTo,
        Mail::Retired => Text::RequestRetired,
        Mail::NotStated => Text::RequestNoEmail,
    });
    view! { <p class="way">{said.to_owned()}</p> {contact(to, t)} }.into_any()
}
