//! A notice for machines: the W3C Data Privacy Vocabulary (DPV 2.3, <https://w3id.org/dpv>) as JSON-LD.
//!
//! Says what the notice states and nothing more: a basis that is not stated has no triple. What the vocabulary has no
//! term for, because only United Kingdom law knows it, stands under a prefix of our own.

use notice::{
    Basis, Condition, Contact, Controller, Data, DataSource, Notice, Part, Purpose, Recipient,
    Retention, Scope,
};
use serde_json::{Map, Value, json};

/// The prefix for UK GDPR Art. 6(1)(ea), DPA 2018 ss. 164A and 165, and conditions of sharing.
const UK: &str = "urn:council-notice:uk:";

/// The notice as its page shows it, narrowed or not. `up` leads to the whole notice from the page of a part.
pub fn json_ld(notice: &Notice, up: Option<&str>) -> String {
    let mut types = vec![
        "dpv:PrivacyNotice",
        "dpv:LayeredNotice",
        "eu-gdpr:DirectDataCollectionNotice",
    ];
    if !notice.sources.is_empty() {
        types.push("eu-gdpr:IndirectDataCollectionNotice");
    }
    let named = Named(notice);
    let mut page = object(json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "pd": "https://w3id.org/dpv/pd#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "gb": "https://w3id.org/dpv/legal/gb#",
            "dct": "http://purl.org/dc/terms/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "uk": UK,
        },
        "@id": "",
        "@type": types,
        "dct:title": notice.title,
        "dct:language": notice.lang,
        "dct:identifier": format!("{}@{}", notice.id, notice.version),
        "dct:issued": { "@type": "xsd:date", "@value": notice.published },
        "dpv:hasNoticeStatus": { "@id": "dpv:NoticeLatest" },
        "dpv:hasApplicableLaw": [{ "@id": "gb:law-GDPR" }, { "@id": "gb:law-DPA" }],
        "dpv:hasDataController": controller(notice),
    }));
    let mut add = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            page.insert(key.to_owned(), Value::Array(values));
        }
    };
    let source = notice.restates.iter().map(|source| json!(source));
    add("dct:source", source.collect());
    let up = up.map(|up| json!({ "@id": up }));
    add("dct:isPartOf", up.into_iter().collect());
    add(
        "dpv:hasProcess",
        notice.purposes.iter().map(|it| named.process(it)).collect(),
    );
    add(
        "dpv:hasPersonalData",
        notice.data.iter().map(|it| named.data(it)).collect(),
    );
    add(
        "dpv:hasDataSource",
        notice.sources.iter().map(|it| named.source(it)).collect(),
    );
    add(
        "dpv:hasRecipient",
        notice
            .recipients
            .iter()
            .map(|it| named.recipient(it))
            .collect(),
    );
    add(
        "dpv:hasStorageCondition",
        notice.retention.iter().map(kept).collect(),
    );
    add("dpv:hasRight", rights(notice));
    // `<` would end the element that this stands in.
    Value::Object(page).to_string().replace('<', "\\u003c")
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// Takes out what is not stated.
fn stated(value: Value) -> Value {
    let mut map = object(value);
    map.retain(|_, value| !value.is_null() && *value != json!([]) && *value != json!(""));
    Value::Object(map)
}

/// Parts and audiences by their titles.
struct Named<'a>(&'a Notice);

impl Named<'_> {
    /// Whom a fact concerns; null: everyone.
    fn context(&self, scope: &Scope) -> Value {
        let title = |all: &[Part], id: &Option<String>| {
            let part = all.iter().find(|part| Some(&part.id) == id.as_ref())?;
            Some(json!({ "@type": "dpv:Context", "dct:title": part.title }))
        };
        let found = [
            title(&self.0.parts, &scope.part),
            title(&self.0.audiences, &scope.audience),
        ];
        Value::Array(found.into_iter().flatten().collect())
    }

    fn process(&self, purpose: &Purpose) -> Value {
        stated(json!({
            "@type": "dpv:Process",
            "dpv:hasPurpose": { "@type": "dpv:Purpose", "dct:description": purpose.text },
            "dpv:hasLegalBasis": basis(purpose.basis).map(|id| json!({ "@id": id })),
            "dct:description": purpose.basis_detail,
            "dpv:hasContext": self.context(&purpose.scope),
        }))
    }

    fn data(&self, data: &Data) -> Value {
        // Only names that mean just what the vocabulary's term does.
        let term = match data.name.as_str() {
            "Contact details" => Some("pd:Contact"),
            "Payment card details" => Some("pd:PaymentCard"),
            "Bank account details" => Some("pd:BankAccount"),
            "Age" => Some("pd:Age"),
            _ => None,
        };
        let general = if data.special {
            "dpv:SensitivePersonalData"
        } else {
            "dpv:PersonalData"
        };
        let types: Vec<&str> = std::iter::once(general).chain(term).collect();
        stated(json!({
            "@type": types,
            "dct:title": data.name,
            "dct:description": data.detail,
            "dpv:hasContext": self.context(&data.scope),
        }))
    }

    fn source(&self, source: &DataSource) -> Value {
        stated(json!({
            "@type": "dpv:DataSource",
            "dct:title": source.group,
            "dpv:hasName": source.names,
            "dct:description": source.detail,
            "uk:alsoOthers": source.open,
            "dpv:hasContext": self.context(&source.scope),
        }))
    }

    fn recipient(&self, to: &Recipient) -> Value {
        let only = to.condition.map(|condition| match condition {
            Condition::Permission => "uk:WithPermission",
            Condition::Emergency => "uk:InAnEmergency",
            Condition::Law => "uk:WhereTheLawSaysSo",
        });
        stated(json!({
            "@type": "dpv:Recipient",
            "dct:title": to.group,
            "dpv:hasName": to.names,
            "dct:description": to.purpose,
            "uk:onlyIf": only.map(|id| json!({ "@id": id })),
            "uk:conditionAsStated": to.condition_detail,
            "uk:alsoOthers": to.open,
            "dpv:hasContext": self.context(&to.scope),
        }))
    }
}

fn basis(basis: Basis) -> Option<&'static str> {
    Some(match basis {
        Basis::Consent => "eu-gdpr:A6-1-a",
        Basis::Contract => "eu-gdpr:A6-1-b",
        Basis::LegalObligation => "eu-gdpr:A6-1-c",
        Basis::VitalInterests => "eu-gdpr:A6-1-d",
        Basis::PublicTask => "eu-gdpr:A6-1-e",
        Basis::RecognisedLegitimateInterest => "uk:A6-1-ea",
        Basis::LegitimateInterests => "eu-gdpr:A6-1-f",
        Basis::NotStated => return None,
    })
}

fn controller(notice: &Notice) -> Value {
    let Controller {
        about,
        registration,
        contact,
        ..
    } = &notice.controller;
    let officer = notice
        .officer
        .as_ref()
        .map(|officer| reach("dpv:DataProtectionOfficer", &officer.contact));
    let mut map = object(reach("dpv:DataController", contact));
    map.extend(object(stated(json!({
        "dct:description": about,
        "dpv:hasIdentifier": registration,
        "dpv:hasDataProtectionOfficer": officer,
    }))));
    Value::Object(map)
}

/// A body with the ways to reach it.
fn reach(kind: &str, contact: &Contact) -> Value {
    let phones = contact.phones.iter().map(|phone| &phone.number);
    let web = contact.web.iter().map(|web| &web.url);
    let ways: Vec<_> = phones.chain(&contact.email).chain(web).collect();
    stated(json!({
        "@type": kind,
        "dpv:hasName": contact.name,
        "dpv:hasAddress": contact.address.join(", "),
        "dpv:hasContact": ways,
    }))
}

fn kept(kept: &Retention) -> Value {
    let duration = kept.months.map(|months| {
        json!({
            "@type": "dpv:TemporalDuration",
            "dct:description": { "@type": "xsd:duration", "@value": format!("P{months}M") },
        })
    });
    stated(json!({
        "@type": "dpv:StorageCondition",
        "dct:description": kept.text,
        "dpv:hasDuration": duration,
        "dct:source": kept.link.as_ref().map(|link| json!({ "@id": link.url })),
    }))
}

/// The rights that the notice states, and both ways to complain where it names somebody for them.
fn rights(notice: &Notice) -> Vec<Value> {
    let article = |id: &str| {
        Some(match id {
            "access" => "eu-gdpr:A15",
            "rectification" => "eu-gdpr:A16",
            "erasure" => "eu-gdpr:A17",
            "restriction" => "eu-gdpr:A18",
            "portability" => "eu-gdpr:A20",
            "objection" => "eu-gdpr:A21",
            "automated-decisions" => "eu-gdpr:A22",
            _ => return None,
        })
    };
    let own = notice
        .rights
        .iter()
        .filter_map(|right| Some(json!({ "@id": article(&right.id)? })));
    let complaints = notice.complaints.iter().map(|to| {
        let ours = to.name.contains(&notice.controller.contact.name);
        let (right, body) = if ours {
            ("uk:DPA2018-s164A", "dpv:Organisation")
        } else {
            ("uk:DPA2018-s165", "dpv:DataProtectionAuthority")
        };
        json!({ "@id": right, "@type": "dpv:Right", "dpv:isExercisedAt": reach(body, to) })
    });
    own.chain(complaints).collect()
}
