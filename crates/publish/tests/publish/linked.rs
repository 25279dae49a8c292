//! The pages' JSON-LD: every term is one of the vocabulary's, and it says what the notice says.

use std::collections::BTreeMap;

use notice::{Basis, Notice};
use publish::Profile;
use serde_json::{Value, json};

use crate::{content::text, site::Site};

/// Kind and IRI by prefixed name.
fn vocabulary() -> BTreeMap<&'static str, (&'static str, &'static str)> {
    let lines = include_str!("dpv-2.3.txt").lines();
    let terms = lines.filter(|line| !line.starts_with('#')).map(|line| {
        let [name, kind, iri] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("not three words: {line}");
        };
        (name, (kind, iri))
    });
    terms.collect()
}

/// Everything that is wrong with the terms of a node and of those within it.
pub(crate) fn wrong(node: &Value, context: &Value, found: &mut Vec<String>) {
    let vocabulary = vocabulary();
    let mut known = |name: &str, kind: &str| {
        let Some((prefix, rest)) = name.split_once(':') else {
            return found.push(format!("{name} has no prefix"));
        };
        let expanded = format!("{}{rest}", context[prefix].as_str().unwrap_or_default());
        match vocabulary.get(name) {
            Some((is, iri)) if *is == kind && *iri == expanded => {}
            None if name == "xsd:date" || name == "xsd:duration" => {}
            other => found.push(format!("{name} as a {kind}: {other:?}, {expanded}")),
        }
    };
    match node {
        Value::Array(all) => all.iter().for_each(|one| wrong(one, context, found)),
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("@context" | "@value", _) => {}
                    ("@type", Value::Array(all)) => all
                        .iter()
                        .for_each(|it| known(it.as_str().unwrap_or("?"), "class")),
                    ("@type", it) => known(it.as_str().unwrap_or("?"), "class"),
                    ("@id", Value::String(id)) => {
                        let address = id.is_empty() || id.starts_with("../") || id.contains("://");
                        if !address {
                            known(id, "class");
                        }
                    }
                    (key, _) => known(key, "property"),
                }
            }
            for (key, value) in map {
                if key != "@context" {
                    wrong(value, context, found);
                }
            }
        }
        _ => {}
    }
}

pub(crate) fn data(html: &str) -> Value {
    let start = "<script type=\"application/ld+json\">";
    let (_, rest) = html.split_once(start).expect("the page has data");
    let (data, _) = rest.split_once("</script>").expect("the data ends");
    serde_json::from_str(data).expect("it is JSON")
}

fn list<'a>(data: &'a Value, key: &str) -> &'a [Value] {
    data[key].as_array().map_or(&[], Vec::as_slice)
}

fn basis(basis: Basis) -> Value {
    let article = match basis {
        Basis::Consent => "eu-gdpr:A6-1-a",
        Basis::Contract => "eu-gdpr:A6-1-b",
        Basis::LegalObligation => "eu-gdpr:A6-1-c",
        Basis::VitalInterests => "eu-gdpr:A6-1-d",
        Basis::PublicTask => "eu-gdpr:A6-1-e",
        Basis::RecognisedLegitimateInterest => {
            "https://www.legislation.gov.uk/eur/2016/679/article/6"
        }
        Basis::LegitimateInterests => "eu-gdpr:A6-1-f",
        Basis::NotStated => return Value::Null,
    };
    json!({ "@id": article })
}

/// Holds the data of a page against the facts that the page shows. `inside`: the part or the group of readers it is for.
fn agrees(data: &Value, notice: &Notice, inside: Option<&notice::Part>) {
    let mut found = Vec::new();
    wrong(data, &data["@context"], &mut found);
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(data["@id"], "");
    assert_eq!(data["dct:issued"]["@value"], json!(notice.published));
    let own = inside.map_or(String::new(), |one| format!("/{}", one.id));
    let id = format!("{}{own}@{}", notice.id, notice.version);
    let title = data["dct:title"].as_str().expect("a title");
    assert!(
        inside.is_none_or(|one| title.ends_with(&one.title)),
        "{title}"
    );
    assert_eq!(data["dct:identifier"], json!(id));
    let controller = &data["dpv:hasDataController"];
    let contact = &notice.controller.contact;
    assert_eq!(controller["dpv:hasName"], json!(contact.name));
    let processes = list(data, "dpv:hasProcess");
    assert_eq!(processes.len(), notice.purposes.len());
    for (process, purpose) in processes.iter().zip(&notice.purposes) {
        let said = &process["dpv:hasPurpose"]["dct:description"];
        assert_eq!(*said, json!(purpose.text));
        assert_eq!(process["dpv:hasLegalBasis"], basis(purpose.basis));
    }
    let recipients = list(data, "dpv:hasRecipient");
    assert_eq!(recipients.len(), notice.recipients.len());
    for (said, recipient) in recipients.iter().zip(&notice.recipients) {
        assert_eq!(said["dpv:hasName"], json!(recipient.names));
        let only = |context: &Value| {
            let title = context["dct:title"].as_str();
            title.is_some_and(|title| title.starts_with("only "))
        };
        let limited = list(said, "dpv:hasContext").iter().any(only);
        assert_eq!(limited, recipient.condition.is_some());
    }
    let data_kinds = list(data, "dpv:hasPersonalData");
    assert_eq!(data_kinds.len(), notice.data.len());
    let rights = list(data, "dpv:hasRight");
    assert_eq!(
        rights.len(),
        notice.rights.len() + notice.complaints.len(),
        "every right, and every way to complain"
    );
    for right in rights {
        let how = &right["dpv:isExercisedAt"];
        assert_eq!(how["@type"], "dpv:RightExerciseNotice", "{right}");
    }
}

#[test]
fn the_real_notices_say_to_machines_what_they_say_to_people() {
    let site = Site::real("linked");
    site.build(Profile::Dev)
        .expect("the real notices are published");
    let source = publish::load(&site.root.join("notices")).expect("just published");
    for notice in source.notices {
        let page = |folder: &str| text(&site, &format!("notices/{}/{folder}index.html", notice.id));
        agrees(&data(&page("")), &notice, None);
        for part in &notice.parts {
            let data = data(&page(&format!("{}/", part.id)));
            agrees(
                &data,
                &notice.clone().view(Some(&part.id), None),
                Some(part),
            );
            assert_eq!(data["dct:isPartOf"], json!([{ "@id": "../" }]));
        }
        for audience in &notice.audiences {
            let data = data(&page(&format!("{}/", audience.id)));
            agrees(
                &data,
                &notice.clone().view(None, Some(&audience.id)),
                Some(audience),
            );
            // Whoever is introduced gave nothing: Art. 14 alone is for them.
            let types = data["@type"].to_string();
            let direct = types.contains("\"eu-gdpr:DirectDataCollectionNotice\"");
            assert_eq!(direct, audience.id != "person", "{types}");
        }
    }
}

#[test]
fn a_term_that_the_vocabulary_lacks_is_found() {
    let context = json!({ "dpv": "https://w3id.org/dpv#", "eu-gdpr": "https://example.com/" });
    for node in [
        json!({ "dpv:hasNothing": "x" }),
        json!({ "@type": "dpv:hasPurpose" }),
        json!({ "dpv:hasLegalBasis": { "@id": "eu-gdpr:A6-1-a" } }),
        json!({ "plain": "x" }),
    ] {
        let mut found = Vec::new();
        wrong(&node, &context, &mut found);
        assert_eq!(found.len(), 1, "{node}: {found:?}");
    }
}

#[test]
fn text_cannot_end_the_element_that_holds_the_data() {
    let site = Site::new("escape");
    let path = "notices/lantern-library.md";
    let notice = std::fs::read_to_string(site.root.join(path)).expect("copied");
    let title = "title = \"Lantern </script><b>Library\"";
    site.put(
        path,
        notice.replacen("title = \"Lantern Library\"", title, 1),
    );
    site.build(Profile::Dev).expect("a good site is published");
    let data = data(&text(&site, "notices/lantern-library/index.html"));
    assert_eq!(data["dct:title"], "Lantern </script><b>Library");
}
