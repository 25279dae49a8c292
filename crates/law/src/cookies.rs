//! What a notice tells of cookies.

use notice::{Notice, SectionId};

use super::{
    Date, DatedFacts, FactKind, Found, Mark, OnSource, Outcome, Reads, Rule, Severity, found,
    text::{all, denies, has, links, places, section, sentences, words},
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

/// Says whether a text has people use a website, an app or a form of ours online. One that they are only told of sets nobody a cookie:
/// “visit our website for the whole notice”.
fn is_online(text: &str) -> bool {
    const FORMS: [&str; 11] = [
        "online form",
        "online account",
        "online portal",
        "online service",
        "apply online",
        "book online",
        "pay online",
        "register online",
        "report online",
        "web form",
        "webform",
    ];
    const OURS: [&str; 6] = [
        "website", "web site", "webpage", "web page", "app", "portal",
    ];
    const USES: [&str; 9] = [
        "use", "uses", "using", "used", "browse", "browsing", "visiting", "through", "via",
    ];
    sentences(text).any(|sentence| {
        let all = words(sentence);
        let is_used = |at: usize| {
            let before = &all[at.saturating_sub(4)..at];
            let has = |list: &[&str]| before.iter().any(|word| list.contains(&&**word));
            let visits = before.windows(2).any(|pair| pair == ["you", "visit"]);
            has(&["our", "this"]) && (has(&USES) || visits)
        };
        has(sentence, &FORMS)
            || OURS
                .iter()
                .any(|name| places(&words(name), &all).any(is_used))
    })
}

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
        return found([match place {
            Some(text) => {
                Found::missing("Cookies are spoken of without a link to the page about them")
                    .at(text)
            }
            // Whoever sets cookies must tell of them (PECR reg. 6); a form on paper sets none.
            None => {
                let found = Found::missing("The notice says nothing of cookies");
                let online = all(notice).iter().any(|text| is_online(text));
                if online { found } else { found.into_note() }
            }
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

#[cfg(test)]
mod tests {
    use super::is_online;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn people_are_online_where_they_use_a_site_and_not_where_they_are_told_of_one() {
        for text in [
            "Fill in the online form.",
            "You can apply online or by post.",
            "When you visit our website we count that.",
            "We collect it when you use our web pages.",
            "You give it to us through our customer portal.",
            "People using this app are asked where they are.",
        ] {
            assert!(is_online(text), "{text}");
        }
        for text in [
            "Fill in the form and post it.",
            "The whole notice is on our website.",
            "Visit our website to read more.",
            "See the regulator’s website.",
            "We may use the website of the Land Registry.",
            "You apply on paper.",
        ] {
            assert!(!is_online(text), "{text}");
        }
    }
}
