//! Addresses of a body whose last day has passed.

use law::{Domains, Mark, check};
use source::parse;

use crate::five;

use super::{BODY, Edit, PROSE, edited};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const ENDS: Edit<'static> = (
    BODY,
    "name = \"Marlow Reach District Council\"\nuntil = 2028-03-31\nsuccessor = \"mid-shire\"",
);
const HEIR: Edit<'static> = (
    "[contacts.officer]",
    "[mid-shire]\nname = \"Mid Shire Council\"\nabout = \"A council.\"\naddress = [\"Town Hall\"]\n\n[contacts.officer]",
);

#[test]
fn addresses_at_the_domain_of_a_body_are_told_from_the_day_after_it_ends() {
    let said = |prose: &str, at: &str| {
        let [own, bodies] = edited(&[ENDS, HEIR, (PROSE, prose)]);
        let notice = parse::one(&own, &[bodies], "en");
        let notice = notice.unwrap_or_else(|report| panic!("{report:?}"));
        let mut facts = five::facts();
        let domains = Domains::of(["hello@marlowreach.gov.uk"], []);
        facts.add_end(&notice.controller, domains);
        let verdicts = check(&notice, &facts, at.parse().expect("a day"));
        let found = verdicts.into_iter().find(|it| it.rule.id == "DPO-02");
        let found = found.and_then(|it| it.found).into_iter().flatten();
        let places = found.filter(|it| it.mark > Mark::Present);
        places.filter_map(|it| it.place).collect::<Vec<_>>()
    };
    let prose = "Write to plots@marlowreach.gov.uk, to digs@allotments.marlowreach.gov.uk or to team@othermarlowreach.gov.uk.";
    assert_eq!(said(prose, "2028-03-31"), Vec::<String>::new());
    assert_eq!(
        said(prose, "2028-04-01"),
        [
            "digs@allotments.marlowreach.gov.uk",
            "hello@marlowreach.gov.uk",
            "officer@marlowreach.gov.uk",
            "plots@marlowreach.gov.uk"
        ]
    );
}
