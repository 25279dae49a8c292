//! Lawful bases that a source gives with its purposes: each is proposed beside its purpose, and none is filled in.

use notice::Basis;

use crate::{html::bring as page, reader::bring};

/// What each purpose of a text is, with what the source gives for it.
fn given(text: &str) -> Vec<(String, Option<String>)> {
    let (imported, notice) = if text.starts_with('<') {
        page(text.as_bytes())
    } else {
        bring(text)
    };
    let open = |it: &notice::Purpose| it.basis == Basis::NotStated;
    assert!(notice.purposes.iter().all(open), "{text}");
    let purposes = imported.found.into_iter().filter(|it| it.what == "purpose");
    let purposes = purposes.inspect(|it| {
        // It stands in the draft, above the entries.
        let said = it.basis.as_deref().unwrap_or_default();
        let mut comments = imported.source.lines().filter(|it| it.starts_with('#'));
        let told = said
            .split("; ")
            .all(|said| comments.any(|line| line.contains(said)));
        assert!(told, "{said}\n{}", imported.source);
    });
    purposes.map(|it| (it.text, it.basis)).collect()
}

fn line(at: usize, basis: &str) -> Option<String> {
    Some(format!("line {at} gives {basis} for this"))
}

const TOP: &str = "Bills privacy notice\n\nWhy we use your details\n\n";

#[test]
fn an_item_gives_a_basis_for_its_own_purpose() {
    let text = format!(
        "{TOP}- To bill you (legal obligation)\n- Consent: to send you news\n- To run schools – this is our public task\n- To count visits\n"
    );
    assert_eq!(
        given(&text),
        [
            ("To bill you".to_owned(), line(5, "a legal obligation")),
            ("to send you news".to_owned(), line(6, "consent")),
            ("To run schools".to_owned(), line(7, "a public task")),
            ("To count visits".to_owned(), None),
        ]
    );
    let (imported, _) = bring(&text);
    let told = "\n# line 6\n# line 6 gives consent for this\n[[purpose]]\ntext = \"to send you news\"\nbasis = \"not-stated\"\n";
    assert!(imported.source.contains(told), "{}", imported.source);
}

#[test]
fn a_row_gives_the_basis_of_its_purpose() {
    for (first, second) in [
        ("Purpose", "Lawful basis"),
        ("What we do", "Legal ground"),
        ("Activity", "Article 6 condition"),
    ] {
        let text = format!(
            "<html><body><main><h1>Bills privacy notice</h1><h2>Why we use your details</h2><table><tr><th>{first}</th>\
             <th>{second}</th></tr><tr><td>Billing you</td><td>The law requires it</td></tr><tr><td>Letting halls</td><td>The \
             contract that we have</td></tr><tr><td>Counting visits</td><td>To be confirmed</td></tr></table></main></body></html>"
        );
        let found = given(&text);
        let bases: Vec<(&str, &str)> = found
            .iter()
            .map(|(it, basis)| (it.as_str(), basis.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(
            bases,
            [
                ("Billing you", "line 1 gives a legal obligation for this"),
                ("Letting halls", "line 1 gives a contract for this"),
                ("Counting visits", ""),
            ],
            "{first}"
        );
    }
}

#[test]
fn a_sentence_gives_a_basis_for_what_it_tells_or_for_what_stands_above_it() {
    let one = |text: &str| given(&format!("{TOP}{text}\n"));
    for (text, purpose, basis) in [
        (
            "We use your details to bill you because the law says so.",
            "to bill you",
            line(5, "a legal obligation"),
        ),
        (
            "We use your details to bill you. Our lawful basis for this is public task.",
            "to bill you",
            line(5, "a public task"),
        ),
        (
            "We use your details to bill you.\n\nWe do this under our contract with you.",
            "to bill you",
            line(7, "a contract"),
        ),
        (
            "We use your details to bill you. If you are ill, we ask for your consent.",
            "to bill you",
            None,
        ),
        (
            "We use your details to bill you. For photographs we rely on your consent.",
            "to bill you",
            None,
        ),
    ] {
        let found = one(text);
        assert_eq!(found[0], (purpose.to_owned(), basis), "{text}");
    }
    // Each basis is given for what was told since the last.
    assert_eq!(
        one(
            "We use it to bill you. Our basis for this is legal obligation. We also use your details to send you news. Our basis for \
             this is consent."
        ),
        [
            ("to bill you".to_owned(), line(5, "a legal obligation")),
            ("to send you news".to_owned(), line(5, "consent")),
        ]
    );
}

#[test]
fn a_basis_below_a_list_is_given_for_its_items() {
    let list = "We use your details to:\n\n- bill you\n- award discounts\n\n";
    let found = given(&format!(
        "{TOP}{list}Our lawful basis for this is public task.\n"
    ));
    for (_, basis) in &found {
        assert_eq!(*basis, line(10, "a public task"));
    }
    // Where two are given for several, none is said to be that of one.
    let found = given(&format!(
        "{TOP}{list}Our legal basis\n\nThe legal basis is that it is necessary for a legal obligation and for a task in the public \
         interest.\n"
    ));
    let unclear = "line 12 gives a legal obligation and a public task for these purposes together";
    assert_eq!(found.len(), 2);
    for (_, basis) in &found {
        assert_eq!(basis.as_deref(), Some(unclear));
    }
    // One that is named again is given its own.
    let found = given(&format!(
        "{TOP}{list}Our legal basis\n\nOur legal basis for awarding discounts is public task. Billing you: legal obligation.\n"
    ));
    assert_eq!(found[1].1, line(12, "a public task"));
    assert_eq!(found.len(), 2);
}

#[test]
fn a_heading_has_its_basis_beneath_or_gives_it_to_its_items() {
    let text = "<html><body><main><h1>Bills privacy notice</h1><h2>Why we use your details</h2><h3>Billing and recovery</h3>\
                <p>Legal obligation, Article 6(1)(c)</p><h3>Newsletters</h3><p>Our lawful basis is consent.</p><h3>Public task</h3>\
                <ul><li>running schools</li></ul><h3>Your health data</h3><p>Our lawful basis is explicit consent.</p></main></body></html>";
    assert_eq!(
        given(text),
        [
            (
                "Billing and recovery".to_owned(),
                line(1, "a legal obligation")
            ),
            ("Newsletters".to_owned(), line(1, "consent")),
            ("running schools".to_owned(), line(1, "a public task")),
        ]
    );
}

#[test]
fn each_heading_over_a_basis_is_a_purpose() {
    let text = "<h1>Care privacy notice</h1><h2>Purposes and lawful bases</h2><h3>Giving you care and taking you home</h3><p>Article \
                6(1)(e), the exercise of official authority, and Article 9(2)(h), the provision of health care.</p><h3>Finding you when \
                you cannot speak</h3><p>Article 6(1)(d), vital interests.</p><h3>Telling your story in our leaflets</h3><p>Article \
                6(1)(a), your consent, which you may take back.</p><h3>When you write to us</h3><p>Article 6(1)(e), public task.</p>";
    let names: Vec<String> = given(text).into_iter().map(|it| it.0).collect();
    assert_eq!(
        names,
        [
            "Giving you care and taking you home",
            "Finding you when you cannot speak",
            "Telling your story in our leaflets"
        ]
    );
}
