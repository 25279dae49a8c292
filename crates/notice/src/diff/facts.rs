//! The facts, each with its twin.

use crate::{
    Answer, Controller, Data, Field, Notice, Part, Purpose, Question, Retention, Right, Scope,
    SectionId::{self, *},
};

use super::{
    Change, ChangeKind, Topic, Weight, bodies, contacts,
    pair::pair,
    reword::{detail, maybe, spell, wording},
    say,
    words::{fold, likeness, same_fact, same_sense},
};

pub(super) fn compare(old: &Notice, new: &Notice) -> Vec<Change> {
    let mut list = Vec::new();
    list.extend(wording(
        top(Topic::Title, Who),
        &old.title,
        &new.title,
        |_, _| true,
    ));
    let restates = top(Topic::Restates, Changes);
    match (&old.restates, &new.restates) {
        (Some(was), Some(now)) => list.extend(wording(restates, was, now, |_, _| true)),
        (was, now) => list.extend(maybe(restates, was, now)),
    }
    list.extend(maybe(top(Topic::Caution, Who), &old.caution, &new.caution));
    list.extend(controller(old, new));
    list.extend(parts(Topic::Part, &old.parts, &new.parts));
    list.extend(parts(Topic::Audience, &old.audiences, &new.audiences));
    list.extend(answers(&old.answers, &new.answers));
    list.extend(data(&old.data, &new.data));
    list.extend(bodies::sources(&old.sources, &new.sources));
    list.extend(purposes(&old.purposes, &new.purposes));
    list.extend(bodies::recipients(&old.recipients, &new.recipients));
    list.extend(retention(old.retention.as_ref(), new.retention.as_ref()));
    let abroad = top(Topic::Transfers, Transfers);
    list.extend(maybe(abroad, &old.transfers, &new.transfers));
    list.extend(rights(&old.rights, &new.rights));
    list.extend(automated(old, new));
    list.extend(children(old, new));
    let complaint = (Topic::Complaint, Complaints);
    list.extend(contacts::many(
        complaint.0,
        complaint.1,
        &old.complaints,
        &new.complaints,
    ));
    list.extend(laws(&old.laws, &new.laws));
    list.extend(fields(&old.fields, &new.fields));
    list
}

fn top(topic: Topic, section: SectionId) -> Change {
    Change::new(topic, section, &Scope::default())
}

/// Compares two of one body that decides.
fn body(topic: Topic, was: &Controller, now: &Controller) -> Vec<Change> {
    let mut list = contacts::one(topic, Who, &was.contact, &now.contact);
    let about = top(topic, Who).of(&now.contact.name);
    list.extend(wording(about.clone(), &was.about, &now.about, same_sense));
    list.extend(detail(
        about,
        &was.registration,
        &now.registration,
        same_fact,
    ));
    list
}

/// Compares those who decide together with the controller.
fn joint(old: &[Controller], new: &[Controller]) -> Vec<Change> {
    let pairs = pair(old, new, |one, two| f64::from(one.id == two.id));
    let whole = |it: &Controller| Some(contacts::said(&it.contact));
    let change = |it: &Controller| top(Topic::Joint, Who).of(&it.contact.name);
    let both = pairs.both.into_iter();
    let both = both.flat_map(|(was, now)| body(Topic::Joint, was, now));
    let gone = pairs.removed.into_iter();
    let gone = gone.map(|was| change(was).between(whole(was), None));
    let come = pairs.added.into_iter();
    let come = come.map(|now| change(now).between(None, whole(now)));
    both.chain(gone).chain(come).collect()
}

fn controller(old: &Notice, new: &Notice) -> Vec<Change> {
    let mut list = body(Topic::Controller, &old.controller, &new.controller);
    list.extend(joint(&old.joint, &new.joint));
    let officer = |notice: &'_ Notice| notice.officer.as_ref().map(|it| it.contact.clone());
    let (was, now) = (officer(old), officer(new));
    list.extend(contacts::maybe(
        Topic::Officer,
        Who,
        was.as_ref(),
        now.as_ref(),
    ));
    let (was, now) = (old.requests.as_ref(), new.requests.as_ref());
    list.extend(contacts::maybe(Topic::Requests, Rights, was, now));
    list
}

fn parts(topic: Topic, old: &[Part], new: &[Part]) -> Vec<Change> {
    let pairs = pair(old, new, |one, two| f64::from(one.id == two.id));
    let change = |part: &Part| top(topic, Who).of(&part.title);
    let both = pairs.both.into_iter();
    let both =
        both.filter_map(|(was, now)| wording(top(topic, Who), &was.title, &now.title, |_, _| true));
    let gone = pairs.removed.into_iter();
    let gone = gone.map(|was| change(was).kind(ChangeKind::Removed));
    let come = pairs.added.into_iter();
    let come = come.map(|now| change(now).kind(ChangeKind::Added));
    both.chain(gone).chain(come).collect()
}

/// Compares the lines of the first layer. They restate facts, so one that comes or goes with them is told there; by itself it is
/// told here.
fn answers(old: &[Answer], new: &[Answer]) -> Vec<Change> {
    let like = |one: &Answer, two: &Answer| {
        if one.question != two.question || one.scope != two.scope {
            return 0.0;
        }
        0.5 + 0.4 * likeness(&one.text, &two.text)
            + if one.condition == two.condition {
                0.1
            } else {
                0.0
            }
    };
    let pairs = pair(old, new, like);
    let change =
        |answer: &Answer| Change::new(Topic::Answer, section(answer.question), &answer.scope);
    let mut list = Vec::new();
    for (was, now) in pairs.both {
        if was.condition != now.condition {
            let name = |answer: &Answer| answer.condition.map(|it| say::condition(it).to_owned());
            let mut change = change(now).of(&now.text).between(name(was), name(now));
            change.topic = Topic::Condition;
            list.push(change);
        }
        list.extend(wording(change(now), &was.text, &now.text, same_sense));
    }
    let text = |answer: &Answer| Some(answer.text.clone());
    let gone = pairs.removed.into_iter();
    list.extend(gone.map(|was| change(was).between(text(was), None)));
    let come = pairs.added.into_iter();
    list.extend(come.map(|now| change(now).between(None, text(now))));
    list
}

/// Names the section where the whole notice says what an answer sums up.
fn section(question: Question) -> SectionId {
    match question {
        Question::Who => Who,
        Question::Why => Purposes,
        Question::Must => Choice,
        Question::Sees => Recipients,
        Question::Keeps => Retention,
        Question::Rights => Rights,
    }
}

fn data(old: &[Data], new: &[Data]) -> Vec<Change> {
    let like = |one: &Data, two: &Data| {
        f64::from(one.scope == two.scope && same_fact(&one.name, &two.name))
    };
    let pairs = pair(old, new, like);
    let change = |data: &Data| Change::new(Topic::Data, Data, &data.scope);
    let mut list = Vec::new();
    for (was, now) in pairs.both {
        list.extend(wording(change(now), &was.name, &now.name, same_fact));
        list.extend(detail(
            change(now).of(&now.name),
            &was.detail,
            &now.detail,
            same_fact,
        ));
        if was.special != now.special {
            let kind = if now.special {
                ChangeKind::Added
            } else {
                ChangeKind::Removed
            };
            let mut change = change(now).of(&now.name).kind(kind);
            change.topic = Topic::Special;
            list.push(change);
        }
    }
    for was in pairs.removed {
        let change = change(was).of(&was.name).between(was.detail.clone(), None);
        list.push(change.kind(ChangeKind::Removed));
    }
    for now in pairs.added {
        let change = change(now).of(&now.name).between(None, now.detail.clone());
        list.push(change.kind(ChangeKind::Added));
    }
    list
}

fn purposes(old: &[Purpose], new: &[Purpose]) -> Vec<Change> {
    let like = |one: &Purpose, two: &Purpose| {
        if one.scope == two.scope {
            likeness(&one.text, &two.text)
        } else {
            0.0
        }
    };
    let pairs = pair(old, new, like);
    let change = |topic, purpose: &Purpose| Change::new(topic, Purposes, &purpose.scope);
    let mut list = Vec::new();
    for (was, now) in pairs.both {
        list.extend(wording(
            change(Topic::Purpose, now),
            &was.text,
            &now.text,
            same_fact,
        ));
        let basis = change(Topic::Basis, now).of(&now.text);
        if was.basis == now.basis {
            list.extend(detail(
                basis,
                &was.basis_detail,
                &now.basis_detail,
                same_fact,
            ));
        } else {
            let stated = |purpose: &Purpose| say::basis(purpose.basis).map(str::to_owned);
            list.push(basis.between(stated(was), stated(now)));
        }
    }
    let stated = |purpose: &Purpose| say::basis(purpose.basis).map(str::to_owned);
    for was in pairs.removed {
        let change = change(Topic::Purpose, was).of(&was.text);
        list.push(change.between(stated(was), None).kind(ChangeKind::Removed));
    }
    for now in pairs.added {
        let change = change(Topic::Purpose, now).of(&now.text);
        list.push(change.between(None, stated(now)).kind(ChangeKind::Added));
    }
    list
}

fn retention(old: Option<&Retention>, new: Option<&Retention>) -> Vec<Change> {
    let change = || top(Topic::Retention, Retention);
    let (Some(was), Some(now)) = (old, new) else {
        let text = |it: Option<&Retention>| it.map(|it| it.text.clone());
        let differs = old.is_some() || new.is_some();
        return differs
            .then(|| change().between(text(old), text(new)))
            .into_iter()
            .collect();
    };
    let mut list = Vec::new();
    if was.months == now.months {
        list.extend(wording(change(), &was.text, &now.text, same_sense));
    } else {
        let change = change().between(Some(was.text.clone()), Some(now.text.clone()));
        list.push(change.kind(spell(was.months, now.months)));
    }
    let url = |it: &Retention| it.link.as_ref().map(|link| link.url.clone());
    if url(was) != url(now) {
        list.push(
            change()
                .between(url(was), url(now))
                .kind(ChangeKind::Changed),
        );
    }
    list
}

fn rights(old: &[Right], new: &[Right]) -> Vec<Change> {
    let pairs = pair(old, new, |one, two| f64::from(one.id == two.id));
    let change = |right: &Right| top(Topic::Right, Rights).of(&right.name);
    let mut list = Vec::new();
    for (was, now) in pairs.both {
        list.extend(wording(
            top(Topic::Right, Rights),
            &was.name,
            &now.name,
            |_, _| true,
        ));
        list.extend(wording(change(now), &was.text, &now.text, same_sense));
    }
    list.extend(
        pairs
            .removed
            .into_iter()
            .map(|was| change(was).between(Some(was.text.clone()), None)),
    );
    list.extend(
        pairs
            .added
            .into_iter()
            .map(|now| change(now).between(None, Some(now.text.clone()))),
    );
    list
}

fn automated(old: &Notice, new: &Notice) -> Option<Change> {
    let change = top(Topic::Automated, Automated);
    match (&old.automated, &new.automated) {
        (Some(was), Some(now)) if was.used == now.used => {
            wording(change, &was.text, &now.text, same_sense)
        }
        (was, now) => {
            let text = |it: &Option<crate::Automated>| it.as_ref().map(|it| it.text.clone());
            (was != now).then(|| change.between(text(was), text(now)))
        }
    }
}

fn children(old: &Notice, new: &Notice) -> Option<Change> {
    let change = top(Topic::Children, Children);
    if let (Some(was), Some(now)) = (&old.children, &new.children)
        && was.under == now.under
    {
        return wording(change, &was.text, &now.text, same_sense);
    }
    let text = |notice: &Notice| {
        let line = notice.children.as_ref();
        line.map(|it| format!("under {}: {}", it.under, it.text))
            .or_else(|| notice.adults_only.then(|| "for adults alone".to_owned()))
    };
    let (was, now) = (text(old), text(new));
    (was != now).then(|| change.between(was, now))
}

fn laws(old: &[String], new: &[String]) -> Vec<Change> {
    let pairs = pair(old, new, |one, two| f64::from(fold(one) == fold(two)));
    let change = || top(Topic::Law, Purposes);
    let both = pairs.both.into_iter();
    let both = both.filter_map(|(was, now)| wording(change(), was, now, |_, _| true));
    let gone = pairs.removed.into_iter();
    let gone = gone.map(|was| change().of(was).kind(ChangeKind::Removed));
    let come = pairs.added.into_iter();
    let come = come.map(|now| change().of(now).kind(ChangeKind::Added));
    both.chain(gone).chain(come).collect()
}

fn fields(old: &[Field], new: &[Field]) -> Vec<Change> {
    let like = |one: &Field, two: &Field| f64::from(one.name == two.name && one.scope == two.scope);
    let pairs = pair(old, new, like);
    let change = |field: &Field| Change::new(Topic::Field, Data, &field.scope).of(&field.name);
    let mut list = Vec::new();
    for (was, now) in pairs.both {
        if was.condition != now.condition {
            let name = |field: &Field| field.condition.map(|it| say::condition(it).to_owned());
            list.push(
                change(now)
                    .between(name(was), name(now))
                    .kind(ChangeKind::Changed),
            );
        }
        list.extend(wording(change(now), &was.why, &now.why, same_sense));
    }
    // A reason beside a field restates the notice; that a form asks is the form's doing.
    let quiet = |change: Change| change.weight(Weight::Editorial);
    let gone = pairs.removed.into_iter();
    list.extend(gone.map(|was| quiet(change(was).between(Some(was.why.clone()), None))));
    let come = pairs.added.into_iter();
    list.extend(come.map(|now| quiet(change(now).between(None, Some(now.why.clone())))));
    list
}
