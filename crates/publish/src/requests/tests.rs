//! The messages of the project's own notices, taken apart as a mail program does.

use std::path::Path;

use notice::request::{Requests, mailto};
use source::parse;

use super::*;
use crate::read_site;

/// Makes the requests of a notice, as the law stood on a day.
fn of(id: &str, lang: &str, at: &str) -> (Requests, Notice) {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let site = read_site(root).expect("the project can be read");
    let source = site.source().expect("the project's notices are right");
    let facts = parse::facts(&site.facts()).expect("its facts are facts");
    let at = at.parse().expect("a date");
    let mut all = source.notices.iter().chain(&source.translated);
    let notice = all
        .find(|one| (&*one.id, &*one.lang) == (id, lang))
        .expect("such a notice");
    let law = Law { facts: &facts, at };
    let requests = super::of(&source, notice, law).expect("English is there");
    (requests.expect("it gives rights"), notice.clone())
}

/// Reads address, subject and body of a link, decoded.
fn open(link: &str) -> [String; 3] {
    let decode = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.as_bytes();
        while let Some((&first, tail)) = rest.split_first() {
            assert!(first.is_ascii_graphic() && first != b'+', "{text}");
            rest = tail;
            if first == b'%' {
                let code = std::str::from_utf8(&tail[..2]).expect("two digits");
                bytes.push(u8::from_str_radix(code, 16).expect("two digits"));
                rest = &tail[2..];
            } else {
                bytes.push(first);
            }
        }
        String::from_utf8(bytes).expect("UTF-8")
    };
    let rest = link.strip_prefix("mailto:").expect("a link to write");
    let (address, rest) = rest.split_once("?subject=").expect("a subject");
    let (subject, body) = rest.split_once("&body=").expect("a body");
    [address, subject, body].map(decode)
}

const TODAY: &str = "2026-11-22";

#[test]
fn a_link_opens_as_the_message_that_is_shown() {
    let (requests, notice) = of("healthy-housing-hub", "en", TODAY);
    let Mail::Works(address) = &requests.desk.mail else {
        panic!("the address works")
    };
    assert_eq!(requests.messages.len(), notice.rights.len() + 1);
    for message in &requests.messages {
        let [to, subject, body] = open(&mailto(address, &message.subject, &message.body));
        assert_eq!(to, "data.protection@derby.gov.uk");
        assert_eq!(subject, message.subject);
        assert_eq!(body.replace("\r\n", "\n"), message.body);
        assert_eq!(body.matches('\n').count(), body.matches("\r\n").count());
        assert!(!message.body.contains(['{', '}']), "{}", message.body);
        assert!(body.contains("(healthy-housing-hub@2026-11-22)"));
    }
    let access = &requests.messages[0];
    for said in [
        "one month",
        "free of charge",
        "who I am",
        "Derby City Council",
    ] {
        assert!(access.body.contains(said), "{said} in {}", access.body);
    }
}

#[test]
fn a_retired_address_is_not_written_to() {
    let (requests, _) = of("connect-derby", "en", TODAY);
    assert_eq!(requests.desk.mail, Mail::Retired);
    let contact = requests.desk.contact.expect("there is post and a phone");
    assert_eq!(contact.email, None);
    assert_eq!(contact.phones[0].number, "01332 640763");
    assert!(!contact.address.is_empty());
}

#[test]
fn another_controller_is_never_reached_through_the_council() {
    let (requests, notice) = of("derby-homes", "en", TODAY);
    assert_eq!(requests.desk.contact, None, "its notice gives none");
    assert_eq!(requests.desk.controller, "Derby Homes");
    let ids: Vec<&str> = requests.messages.iter().map(|one| &*one.id).collect();
    assert_eq!(
        ids,
        ["access", "rectification"],
        "and no other right, nor a way to complain to it"
    );
    assert_eq!(ids.len(), notice.rights.len());
    for message in &requests.messages {
        assert!(!message.body.contains("Council"), "{}", message.body);
        assert_eq!(message.desk, None);
    }
}

#[test]
fn a_complaint_to_the_controller_is_offered_from_the_day_the_law_gives_it() {
    let has = |at| {
        let (requests, _) = of("customer-management", "en", at);
        requests.messages.iter().any(|one| one.id == "complaint")
    };
    assert!(!has("2026-06-18"));
    assert!(has("2026-06-19"));
}

#[test]
fn a_translated_message_says_the_same_in_english() {
    let (requests, _) = of("connect-derby", "pl", TODAY);
    assert!(requests.twice);
    let access = &requests.messages[0];
    assert!(
        access.body.starts_with("Do: Derby City Council"),
        "{}",
        access.body
    );
    assert!(
        access.body.contains("Please send me a copy"),
        "{}",
        access.body
    );
    assert_eq!(
        access.subject,
        "Data protection request: Access (Connect Derby)"
    );
}
