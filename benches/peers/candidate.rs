//! Who is measured, and how each is set up: as its own documentation says, with the words and categories that a
//! council needs. Where the documentation leaves the place of a tag open, the faster one was taken.

/// Whose notice it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Ours,
    /// Another's, with preferences by category or without.
    Peer {
        full: bool,
    },
    /// Markup that is simply there, with no script to look after it: nothing can be earlier.
    Limit,
    /// No notice.
    None,
}

/// How a script waits for the visitor's choice.
#[derive(Clone, Copy)]
pub(crate) enum Waiting {
    /// In the page's markup.
    Markup(fn(&str) -> String),
    /// In settings that the author writes in script, where the pages can have so many.
    Settings(&'static [usize]),
    /// Not tried.
    Untried,
}

/// A cookie notice.
pub(crate) struct Candidate {
    /// Its package's name.
    pub id: &'static str,
    /// What the table calls it.
    pub name: &'static str,
    pub side: Side,
    /// What goes into `<head>` and, below the marks, behind `<body>`, into the form, and before `</body>`. `{count}` is how many
    /// scripts wait, `{include NAME}` one of our published includes.
    setup: &'static str,
    /// The notice, its buttons that accept and refuse everything: selectors of `probe.js`.
    pub notice: &'static str,
    pub accept: &'static str,
    pub reject: &'static str,
    /// Files of its package that the page asks for.
    pub files: &'static [&'static str],
    waiting: Waiting,
}

/// How many gated scripts the pages have.
pub(crate) const GATED: [usize; 3] = [1, 100, 1000];

/// Ours comes first; then the peers.
pub(crate) static ALL: [Candidate; 10] = [
    Candidate {
        id: "council-notice",
        name: "council-notice",
        side: Side::Ours,
        setup: include_str!("setup/council-notice.html"),
        notice: "council-notice-cookies >>> [part~=banner]",
        accept: "council-notice-cookies >>> [part~=accept]",
        reject: "council-notice-cookies >>> [part~=reject]",
        files: &[],
        waiting: Waiting::Markup(typed),
    },
    Candidate {
        id: "council-notice-bar",
        name: "council-notice, bar in the page",
        side: Side::Ours,
        setup: include_str!("setup/council-notice-bar.html"),
        notice: "council-notice-cookies >>> [part~=banner]",
        accept: "council-notice-cookies >>> [part~=accept]",
        reject: "council-notice-cookies >>> [part~=reject]",
        files: &[],
        waiting: Waiting::Untried,
    },
    Candidate {
        id: "council-notice-card",
        name: "council-notice, privacy notice in the page",
        side: Side::Ours,
        setup: include_str!("setup/council-notice-card.html"),
        notice: "council-notice >>> [part~=notice]",
        accept: "council-notice-cookies >>> [part~=accept]",
        reject: "council-notice-cookies >>> [part~=reject]",
        files: &[],
        waiting: Waiting::Untried,
    },
    Candidate {
        id: "orejime",
        name: "orejime 3.2.1",
        side: Side::Peer { full: true },
        setup: include_str!("setup/orejime.html"),
        notice: ".orejime-Banner",
        accept: ".orejime-Banner-saveButton",
        reject: ".orejime-Banner-declineButton",
        files: &["dist/orejime-standard-en.js", "dist/orejime-standard.css"],
        waiting: Waiting::Markup(|script| {
            format!("<template data-purpose=\"analytics\"><script>{script}</script></template>")
        }),
    },
    Candidate {
        id: "vanilla-cookieconsent",
        name: "vanilla-cookieconsent 3.1.0",
        side: Side::Peer { full: true },
        setup: include_str!("setup/vanilla-cookieconsent.html"),
        notice: "#cc-main .cm",
        accept: "#cc-main .cm [data-role=all]",
        reject: "#cc-main .cm [data-role=necessary]",
        files: &["dist/cookieconsent.umd.js", "dist/cookieconsent.css"],
        waiting: Waiting::Markup(typed),
    },
    Candidate {
        id: "klaro",
        name: "klaro 0.7.22",
        side: Side::Peer { full: true },
        setup: include_str!("setup/klaro.html"),
        notice: ".klaro .cookie-notice",
        accept: ".klaro .cookie-notice .cm-btn-success",
        reject: ".klaro .cookie-notice .cn-decline",
        files: &["dist/klaro.js"],
        waiting: Waiting::Markup(|script| {
            format!(
                "<script type=\"text/plain\" data-type=\"text/javascript\" data-name=\"analytics\">{script}</script>"
            )
        }),
    },
    Candidate {
        id: "tarteaucitronjs",
        name: "tarteaucitronjs 1.34.0",
        side: Side::Peer { full: true },
        setup: include_str!("setup/tarteaucitronjs.html"),
        notice: "#tarteaucitronAlertBig",
        accept: "#tarteaucitronPersonalize2",
        reject: "#tarteaucitronAllDenied2",
        files: &[
            "tarteaucitron.min.js",
            "tarteaucitron.services.min.js",
            "css/tarteaucitron.min.css",
            "lang/tarteaucitron.en.min.js",
        ],
        waiting: Waiting::Settings(&[1]),
    },
    Candidate {
        id: "cookieconsent",
        name: "cookieconsent 3.1.1",
        side: Side::Peer { full: false },
        setup: include_str!("setup/cookieconsent.html"),
        notice: ".cc-window",
        accept: ".cc-window .cc-allow",
        reject: ".cc-window .cc-deny",
        files: &["build/cookieconsent.min.js", "build/cookieconsent.min.css"],
        waiting: Waiting::Settings(&[1]),
    },
    Candidate {
        id: "c15t",
        name: "c15t 2.2.1",
        side: Side::Peer { full: true },
        setup: include_str!("setup/c15t.html"),
        notice: "[data-testid=consent-banner-card]",
        accept: "[data-testid=consent-banner-accept-button]",
        reject: "[data-testid=consent-banner-reject-button]",
        files: &["build/c15t.js", "build/c15t.css"],
        waiting: Waiting::Settings(&GATED),
    },
    Candidate {
        id: "govuk-frontend",
        name: "GOV.UK Frontend 6.6.0, markup alone",
        side: Side::Limit,
        setup: include_str!("setup/govuk-frontend.html"),
        notice: ".govuk-cookie-banner",
        accept: "",
        reject: "",
        files: &["dist/govuk/govuk-frontend.min.css"],
        waiting: Waiting::Untried,
    },
];

/// The page without any notice: what is subtracted from every other.
pub(crate) static NONE: Candidate = Candidate {
    id: "none",
    name: "the page alone",
    side: Side::None,
    setup: "",
    notice: "",
    accept: "",
    reject: "",
    files: &[],
    waiting: Waiting::Untried,
};

fn typed(script: &str) -> String {
    format!("<script type=\"text/plain\" data-category=\"analytics\">{script}</script>")
}

/// The marks in a setup, in the order of its parts.
const MARKS: [&str; 3] = [
    "<!-- start of body -->",
    "<!-- start of form -->",
    "<!-- end of body -->",
];

impl Candidate {
    /// The same page for all, with this candidate's notice and so many gated scripts.
    pub(crate) fn page(&self, gated: usize) -> String {
        let script = match self.waiting {
            Waiting::Markup(markup) => markup("ran()").repeat(gated),
            Waiting::Settings(_) | Waiting::Untried => String::new(),
        };
        let mut page = include_str!("page.html").replace("{gated}", &script);
        let mut rest = self.setup.replace("{count}", &gated.to_string());
        for (mark, place) in MARKS.into_iter().zip(["{head}", "{start}", "{form}"]) {
            let (part, after) = match rest.split_once(mark) {
                Some((part, after)) => (part.to_owned(), after.to_owned()),
                None => (String::new(), rest),
            };
            page = page.replace(place, part.trim());
            rest = after;
        }
        page.replace("{end}", rest.trim())
    }

    /// Whether a visitor can answer it here.
    pub(crate) fn answers(&self) -> bool {
        !self.reject.is_empty()
    }

    /// Whether the page can have that many gated scripts.
    pub(crate) fn gates(&self, count: usize) -> bool {
        match self.waiting {
            Waiting::Markup(_) => true,
            Waiting::Settings(counts) => counts.contains(&count),
            Waiting::Untried => false,
        }
    }

    /// A published file's address under the candidate's folder: its own folders count only where its script builds
    /// addresses from them.
    pub(crate) fn address(&self, file: &str) -> String {
        let file = file
            .trim_start_matches("dist/")
            .trim_start_matches("build/");
        format!("{}/{file}", self.id)
    }
}
