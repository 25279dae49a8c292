//! What a notice tells of cookies.

use notice::{Notice, SectionId};

use super::{
    Date, DatedFacts, FactKind, Found, Mark, OnSource, Outcome, Reads, Rule, Severity, found,
    text::{all, denies, has, links, section, sentences},
};

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "CKI-01",
    title: "A link about cookies that works",
    law: "PECR reg. 6, Sch. A1 paras 2 to 7",
    severity: Severity::Error,
    remedy: "Link in the section “cookies” to a page about cookies that works, by its whole address, such as that of notices/cookies/ where these notices are published.",
    question: "Which page tells people about the cookies of your website?",
    first_layer: None,
    reads: Reads::NoticeFacts,
    on_source: OnSource::No,
    mention: None,
    find: cookies,
}];

fn cookies(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let mut links = links(notice)
        .filter(|(section, _)| *section == SectionId::Cookies)
        .peekable();
    if links.peek().is_none() {
        let texts = section(notice, SectionId::Cookies);
        // Where there are none there is no page about them.
        let none = |sentence: &str| {
            let says = [
                "no cookie",
                "not set",
                "not use",
                "sets no",
                "uses no",
                "without cookie",
            ];
            // "No cookies for adverts" leaves others.
            let but = [
                " for ",
                " to ",
                "other than",
                "except",
                "unless",
                "third part",
                "advert",
                "need",
            ];
            denies(sentence) && has(sentence, &says) && !has(sentence, &but)
        };
        if texts
            .iter()
            .any(|text| sentences(text).any(|it| has(it, &["cookie"]) && none(it)))
            && texts
                .iter()
                .all(|text| sentences(text).all(|it| !has(it, &["cookie"]) || none(it)))
        {
            return None;
        }
        let spoken = texts.iter().rfind(|text| has(text, &["cookie"]));
        let elsewhere = all(notice).into_iter().find(|text| has(text, &["cookie"]));
        let place = spoken.or(elsewhere.as_ref()).or(texts.last());
        return found([match place.filter(|_| !texts.is_empty()) {
            Some(text) => {
                Found::missing("Cookies are spoken of without a link to the page about them")
                    .at(text)
            }
            None => Found::missing("The notice says nothing of cookies"),
        }]);
    }
    found(links.filter_map(|(_, url)| {
        let page = facts
            .named(FactKind::DeadPage, url)
            .find(|page| page.holds(at))?;
        let message = format!("The page about cookies does not work{}", page.remark());
        Some(page.finding(Mark::Wrong, message).at(url))
    }))
}
