//! The demo pages, and what people rely on each to say.

/// A page with a form and its notice. Facts are names and numbers of the source, not the wording around them.
pub(crate) struct Demo {
    pub path: &'static str,
    pub form: &'static str,
    pub service: &'static str,
    /// The card says these…
    pub says: &'static [&'static str],
    /// …and none of these, which belong to another part or another notice.
    pub keeps_out: &'static [&'static str],
    /// The whole notice says these too.
    pub whole: &'static [&'static str],
    /// How many fields the page has reasons for, at least.
    pub reasons: usize,
    pub asks_age: bool,
}

/// The six scenario pages of one origin.
pub(crate) const PAGES: [Demo; 6] = [
    Demo {
        path: "demo/tenancy.html",
        form: "#tenancy",
        service: "connect-derby",
        says: &[
            "BH PR & Communications Ltd",
            "Codemakers Ltd",
            "credit and bank checks",
        ],
        keeps_out: &[
            "vital interests",
            "Mediquip",
            "Shared Agreement",
            "Reg. No. Z6727964",
        ],
        whole: &[
            "01332 640763",
            "The Council House",
            "Corporation Street",
            "DE1 2FS",
        ],
        reasons: 3,
        asks_age: true,
    },
    Demo {
        path: "demo/complaint.html",
        form: "#complaint",
        service: "customer-management",
        says: &["complaint", "insurance companies"],
        keeps_out: &[
            "vital interests",
            "building secure",
            "regulatory agencies",
            "Codemakers",
        ],
        whole: &["01332 640763", "Corporation Street"],
        reasons: 3,
        asks_age: false,
    },
    Demo {
        path: "demo/visitor.html",
        form: "#visitor",
        service: "customer-management",
        says: &["vital interests", "emergency services"],
        keeps_out: &[
            "insurance companies",
            "regulatory agencies",
            "complaint",
            "Codemakers",
        ],
        whole: &["01332 640763", "Corporation Street"],
        reasons: 1,
        asks_age: false,
    },
    Demo {
        path: "demo/housing-hub.html",
        form: "#housing-hub",
        service: "healthy-housing-hub",
        says: &["Handy Person Service", "NHS", "DWP", "Mediquip"],
        keeps_out: &[
            "Codemakers",
            "Shared Agreement",
            "vital interests",
            "complaint",
        ],
        whole: &[
            "01332 640763",
            "data.protection@derby.gov.uk",
            "Care Act 2014",
        ],
        reasons: 2,
        asks_age: true,
    },
    Demo {
        path: "demo/introduction.html",
        form: "#introduction",
        service: "local-area-co-ordination",
        says: &["about someone else", "Shared Agreement"],
        keeps_out: &[
            "If someone introduced you",
            "Codemakers",
            "Mediquip",
            "vital interests",
        ],
        whole: &["01332 640763", "data.protection@derby.gov.uk"],
        reasons: 3,
        // The tag says that the introducer is not asked.
        asks_age: false,
    },
    Demo {
        path: "demo/housing-application.html",
        form: "#housing-application",
        service: "derby-homes",
        says: &["Derby Homes", "2016", "£10", "40 days", "vital interests"],
        keeps_out: &[
            "Codemakers",
            "Mediquip",
            "Shared Agreement",
            "Derby City Council",
        ],
        whole: &["Z6727964"],
        reasons: 4,
        asks_age: false,
    },
];

/// Every page of the demo site.
pub(crate) const ALL_PAGES: [&str; 9] = [
    "",
    "demo/tenancy.html",
    "demo/complaint.html",
    "demo/visitor.html",
    "demo/housing-hub.html",
    "demo/introduction.html",
    "demo/housing-application.html",
    "demo/partner.html",
    "demo/cookies.html",
];

/// The pages of the example themes.
pub(crate) const THEMES: [&str; 2] = ["demo/theme-orchard.html", "demo/theme-dusk.html"];

/// What pages are served with, by their own headers; a test takes pieces out of it.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {home}; style-src 'self'; img-src 'self' data:; \
     connect-src 'self' {home}; form-action 'self'; frame-src 'self'; base-uri 'none'";
