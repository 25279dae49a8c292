//! What changed between two versions: facts apart from wording, and whether `version` must rise.

use notice::{
    Basis, Condition, Notice, Purpose, Recipient, Scope,
    diff::{Change, ChangeKind, Rise, diff},
};

use crate::fixtures::good;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod edits;

fn changes(change: impl Fn(&mut Notice)) -> Vec<Change> {
    let (old, mut new) = (good(), good());
    change(&mut new);
    let changes = diff(&old, &new);
    assert_eq!(
        changes.must_rise(),
        changes.material().next().is_some() && changes.rise() != Rise::Rose
    );
    // Back again, what was added is removed.
    let back = diff(&new, &old);
    let count = |list: &[Change], kind| list.iter().filter(|it| it.kind == kind).count();
    assert_eq!(
        count(&changes.list, ChangeKind::Added),
        count(&back.list, ChangeKind::Removed)
    );
    assert_eq!(changes.list.len(), back.list.len());
    changes.list
}

#[test]
fn every_edit_is_told_once_and_weighed() {
    for (topic, kind, weight, line, edit) in edits::EDITS {
        let list = changes(edit);
        let said: Vec<String> = list.iter().map(ToString::to_string).collect();
        assert_eq!(said, [*line]);
        assert_eq!(
            (list[0].topic, list[0].kind, list[0].weight),
            (*topic, *kind, *weight),
            "{line}"
        );
    }
}

#[test]
fn a_notice_has_not_changed_from_itself() {
    assert_eq!(changes(|_| {}), []);
    for notice in crate::five::published().0 {
        assert_eq!(diff(&notice, &notice).list, [], "{}", notice.id);
    }
}

#[test]
fn order_alone_is_no_change() {
    let shuffled = changes(|it| {
        it.purposes.reverse();
        it.data.reverse();
        it.rights.reverse();
        it.complaints.reverse();
        it.answers.reverse();
    });
    assert_eq!(shuffled, []);
}

#[test]
fn the_same_body_may_get_data_twice_on_terms_of_its_own() {
    let mut old = good();
    let police = |purpose: &str, condition| Recipient {
        group: None,
        names: vec!["The police".to_owned()],
        purpose: Some(purpose.to_owned()),
        condition,
        condition_detail: None,
        role: None,
        open: None,
        scope: Scope::default(),
    };
    old.recipients = vec![
        police("To prevent crime", None),
        police("To save your life", Some(Condition::Emergency)),
    ];
    let mut new = old.clone();
    new.recipients.remove(1);
    let list = diff(&old, &new).list;
    let said: Vec<String> = list.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["recipient removed: The police — “To save your life [emergency]”"]
    );
}

#[test]
fn a_purpose_that_moves_to_another_part_is_two_changes() {
    let scoped = |part: &str| Purpose {
        text: "Keep the building safe".to_owned(),
        basis: Basis::PublicTask,
        basis_detail: None,
        scope: Scope {
            part: Some(part.to_owned()),
            audience: None,
        },
    };
    let (mut old, mut new) = (good(), good());
    old.purposes = vec![scoped("a")];
    new.purposes = vec![scoped("b")];
    let kinds: Vec<ChangeKind> = diff(&old, &new).list.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [ChangeKind::Removed, ChangeKind::Added]);
}

#[test]
fn the_version_has_to_rise_with_a_fact_and_never_falls() {
    let cases: [(&str, bool, Rise, bool); 5] = [
        ("2", false, Rise::Same, false),
        ("2", true, Rise::Same, true),
        ("10", true, Rise::Rose, false),
        ("3", false, Rise::Rose, false),
        ("1", true, Rise::Fell, true),
    ];
    for (version, fact, rise, must) in cases {
        let mut new = good();
        new.version = version.to_owned();
        if fact {
            new.retention = None;
        }
        let changes = diff(&good(), &new);
        assert_eq!(
            (changes.rise(), changes.must_rise()),
            (rise, must),
            "{version}"
        );
    }
}
