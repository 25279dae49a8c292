//! A notice for machines: the W3C Data Privacy Vocabulary (DPV 2.3, <https://w3id.org/dpv>) as JSON-LD.
//!
//! Says what the notice states and nothing more: a basis that is not stated has no triple. What the vocabulary has no
//! term for, because only United Kingdom law knows it, is named by its place on legislation.gov.uk.

use notice::{
    Basis, Condition, Contact, Controller, Data, DataSource, Notice, Officer, Part, Purpose,
    Recipient, RecipientRole, Retention, Scope,
};
use serde_json::{Map, Value, json};

/// UK GDPR Art. 6(1)(ea).
const RECOGNISED: &str = "https://www.legislation.gov.uk/eur/2016/679/article/6";
/// The right to complain to the controller.
const TO_CONTROLLER: &str = "https://www.legislation.gov.uk/ukpga/2018/12/section/164A";
/// The right to complain to the regulator.
const TO_REGULATOR: &str = "https://www.legislation.gov.uk/ukpga/2018/12/section/165";

/// Says which page it is.
pub(super) struct Narrowed<'a> {
    /// Id and title of the part or the group of readers, none on the page of the whole notice.
    pub to: Option<&'a Part>,
    /// Others give the data of these readers, so that Art. 14 alone is for them.
    pub only_indirect: bool,
}

/// Writes the notice as its page shows it, narrowed or not.
pub(super) fn json_ld(notice: &Notice, narrowed: &Narrowed) -> String {
    let mut types = vec!["dpv:PrivacyNotice", "dpv:LayeredNotice"];
    if !narrowed.only_indirect {
        types.push("eu-gdpr:DirectDataCollectionNotice");
    }
    if narrowed.only_indirect || !notice.sources.is_empty() {
        types.push("eu-gdpr:IndirectDataCollectionNotice");
    }
    let (title, id) = match narrowed.to {
        None => (notice.title.clone(), notice.id.clone()),
        Some(part) => (
            format!("{}: {}", notice.title, part.title),
            format!("{}/{}", notice.id, part.id),
        ),
    };
    let named = Named(notice);
    let day = Some(&notice.published).filter(|day| !day.is_empty());
    let (decides, who) = controllers(notice);
    let issued = day.map(|day| json!({ "@type": "xsd:date", "@value": day }));
    let mut page = object(json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "pd": "https://w3id.org/dpv/pd#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "gb": "https://w3id.org/dpv/legal/gb#",
            "dct": "http://purl.org/dc/terms/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": "",
        "@type": types,
        "dct:title": title,
        "dct:language": notice.lang,
        "dct:identifier": format!("{id}@{}", notice.version),
        "dct:issued": issued,
        "dpv:hasNoticeStatus": { "@id": "dpv:NoticeLatest" },
        "dpv:hasApplicableLaw": [{ "@id": "gb:law-GDPR" }, { "@id": "gb:law-DPA" }],
        decides: who,
    }));
    let mut add = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            page.insert(key.to_owned(), Value::Array(values));
        }
    };
    let source = notice.restates.iter().map(|source| json!(source));
    add("dct:source", source.collect());
    let up = narrowed.to.map(|_| json!({ "@id": "../" }));
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

/// Removes what is not stated.
fn stated(value: Value) -> Value {
    let mut map = object(value);
    map.retain(|_, value| !value.is_null() && *value != json!([]) && *value != json!(""));
    Value::Object(map)
}

/// Writes parts and audiences by their titles.
struct Named<'a>(&'a Notice);

impl Named<'_> {
    /// Writes whom a fact concerns; null stands for everyone.
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
            "dpv:hasScope": scope(source.open.as_deref()),
            "dpv:hasContext": self.context(&source.scope),
        }))
    }

    fn recipient(&self, to: &Recipient) -> Value {
        let only = to.condition.map(|condition| match condition {
            Condition::Permission => "only with permission",
            Condition::Emergency => "only in an emergency",
            Condition::Law => "only if the law says so",
        });
        let only = only.map(|only| {
            stated(json!({
                "@type": "dpv:Context",
                "dct:title": only,
                "dct:description": to.condition_detail,
            }))
        });
        let mut context = self.context(&to.scope);
        if let Value::Array(all) = &mut context {
            all.extend(only);
        }
        stated(json!({
            "@type": match to.role {
                Some(RecipientRole::Processor) => "dpv:DataProcessor",
                None => "dpv:Recipient",
            },
            "dct:title": to.group,
            "dpv:hasName": to.names,
            "dct:description": to.purpose,
            "dpv:hasScope": scope(to.open.as_deref()),
            "dpv:hasContext": context,
        }))
    }
}

/// Writes what a list that is not complete says of the rest.
fn scope(open: Option<&str>) -> Value {
    open.map_or(
        Value::Null,
        |open| json!({ "@type": "dpv:Scope", "dct:description": open }),
    )
}

fn basis(basis: Basis) -> Option<&'static str> {
    Some(match basis {
        Basis::Consent => "eu-gdpr:A6-1-a",
        Basis::Contract => "eu-gdpr:A6-1-b",
        Basis::LegalObligation => "eu-gdpr:A6-1-c",
        Basis::VitalInterests => "eu-gdpr:A6-1-d",
        Basis::PublicTask => "eu-gdpr:A6-1-e",
        Basis::RecognisedLegitimateInterest => RECOGNISED,
        Basis::LegitimateInterests => "eu-gdpr:A6-1-f",
        Basis::NotStated => return None,
    })
}

/// Writes who decides, with what says so: one controller, or a group whose members the vocabulary names by the same term as one.
fn controllers(notice: &Notice) -> (&'static str, Value) {
    let officer = notice.officer.as_ref();
    let first = controller(&notice.controller, officer);
    if notice.joint.is_empty() {
        return ("dpv:hasDataController", first);
    }
    let others = notice.joint.iter().map(|it| controller(it, None));
    let all: Vec<Value> = std::iter::once(first).chain(others).collect();
    let group = json!({ "@type": "dpv:JointDataControllers", "dpv:hasDataController": all });
    ("dpv:hasJointDataControllers", group)
}

fn controller(controller: &Controller, officer: Option<&Officer>) -> Value {
    let Controller {
        about,
        registration,
        contact,
        ..
    } = controller;
    let officer = officer.map(|officer| reach("dpv:DataProtectionOfficer", &officer.contact));
    let mut map = object(reach("dpv:DataController", contact));
    map.extend(object(stated(json!({
        "dct:description": about,
        "dpv:hasIdentifier": registration,
        "dpv:hasDataProtectionOfficer": officer,
    }))));
    Value::Object(map)
}

/// Writes a body with the ways to reach it.
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

/// Lists the rights that the notice states, and both ways to complain where it names somebody for them.
fn rights(notice: &Notice) -> Vec<Value> {
    let own = notice.rights.iter().map(|right| {
        let how = json!({
            "@type": "dpv:RightExerciseNotice",
            "dct:title": right.name,
            "dct:description": right.text,
        });
        json!({ "@id": format!("eu-gdpr:A{}", right.id.article()), "dpv:isExercisedAt": how })
    });
    let complaints = notice.complaints.iter().map(|to| {
        let mut names = notice.controllers().map(|it| &it.contact.name);
        let ours = names.any(|name| to.name.contains(name));
        let (right, body) = if ours {
            (TO_CONTROLLER, "dpv:Organisation")
        } else {
            (TO_REGULATOR, "dpv:DataProtectionAuthority")
        };
        let how = json!({
            "@type": "dpv:RightExerciseNotice",
            "dct:description": to.note,
            "dpv:hasEntity": reach(body, to),
        });
        json!({ "@id": right, "@type": "dpv:Right", "dpv:isExercisedAt": stated(how) })
    });
    own.chain(complaints).collect()
}
