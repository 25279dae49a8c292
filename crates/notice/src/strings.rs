//! The interface's own words. Every language is a file in `notices/strings/`; this list is what each must hold.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! texts {
    ($($name:ident = $key:literal,)*) => {
        /// A text of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Text { $(#[doc = concat!("`", $key, "` of a strings file.")] $name,)* }

        impl Text {
            /// The keys of a strings file, in the order of the enum.
            pub const KEYS: &[&str] = &[$($key,)*];

            /// Every text, likewise.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

texts! {
    // The language itself: its own name for itself, and `ltr` or `rtl`
    Language = "language",
    Direction = "direction",
    // Notice card and dialog
    CardHeading = "card-heading",
    QuestionWho = "question-who",
    QuestionWhy = "question-why",
    QuestionMust = "question-must",
    QuestionSees = "question-sees",
    QuestionKeeps = "question-keeps",
    QuestionRights = "question-rights",
    ReadWhole = "read-whole",
    Close = "close",
    Contents = "contents",
    Permalink = "permalink",
    Print = "print",
    OpenPage = "open-page",
    WhyAsk = "why-ask",
    WhyAskField = "why-ask-field",
    OnlyIfYouAgree = "only-if-you-agree",
    OnlyInEmergency = "only-in-emergency",
    OnlyIfLaw = "only-if-law",
    NoticeFallback = "notice-fallback",
    NoticeInEnglish = "notice-in-english",
    // The card of a notice read before
    SeenChanged = "seen-changed",
    SeenBefore = "seen-before",
    PointsHide = "points-hide",
    PointsShow = "points-show",
    // A translated notice
    MadeByMachine = "made-by-machine",
    OtherLanguages = "other-languages",
    // Rights helper: what the page says
    RequestHeading = "request-heading",
    RequestIntro = "request-intro",
    RequestTerms = "request-terms",
    RequestTo = "request-to",
    RequestRetired = "request-retired",
    RequestNoEmail = "request-no-email",
    RequestNoContact = "request-no-contact",
    RequestMail = "request-mail",
    RequestCopy = "request-copy",
    RequestCopied = "request-copied",
    RequestSelected = "request-selected",
    RequestEnglish = "request-english",
    Complain = "complain",
    ComplaintTerms = "complaint-terms",
    // Rights helper: the messages
    MessageSubject = "message-subject",
    MessageSubjectComplaint = "message-subject-complaint",
    Message = "message",
    MessageTerms = "message-terms",
    MessageTermsComplaint = "message-terms-complaint",
    AskAccess = "ask-access",
    AskRectification = "ask-rectification",
    AskErasure = "ask-erasure",
    AskPortability = "ask-portability",
    AskObjection = "ask-objection",
    AskRestriction = "ask-restriction",
    AskAutomatedDecisions = "ask-automated-decisions",
    AskComplaint = "ask-complaint",
    // Facts
    NotStated = "not-stated",
    Version = "version",
    Restates = "restates",
    Basis = "basis",
    BasisMeaning = "basis-meaning",
    BasisConsent = "basis-consent",
    BasisContract = "basis-contract",
    BasisLegalObligation = "basis-legal-obligation",
    BasisVitalInterests = "basis-vital-interests",
    BasisPublicTask = "basis-public-task",
    BasisRecognised = "basis-recognised",
    BasisLegitimateInterests = "basis-legitimate-interests",
    ListIsOpen = "list-is-open",
    SpecialData = "special-data",
    Officer = "officer",
    Registration = "registration",
    Phone = "phone",
    Email = "email",
    Post = "post",
    Website = "website",
    LawsCited = "laws-cited",
    // Section headings used when the notice's prose gives none
    SectionWho = "section-who",
    SectionCollection = "section-collection",
    SectionData = "section-data",
    SectionSources = "section-sources",
    SectionPurposes = "section-purposes",
    SectionChoice = "section-choice",
    SectionResearch = "section-research",
    SectionRecipients = "section-recipients",
    SectionTransfers = "section-transfers",
    SectionRetention = "section-retention",
    SectionSecurity = "section-security",
    SectionAccuracy = "section-accuracy",
    SectionRights = "section-rights",
    SectionAutomated = "section-automated",
    SectionChildren = "section-children",
    SectionCookies = "section-cookies",
    SectionComplaints = "section-complaints",
    SectionChanges = "section-changes",
    // Cookies, first layer
    CookiesHeading = "cookies-heading",
    CookiesText = "cookies-text",
    CookiesTextExempt = "cookies-text-exempt",
    AcceptAll = "accept-all",
    RejectAll = "reject-all",
    Choose = "choose",
    Accepted = "accepted",
    Rejected = "rejected",
    ChoiceSaved = "choice-saved",
    CookiesLeft = "cookies-left",
    SignalHonoured = "signal-honoured",
    Change = "change",
    Hide = "hide",
    // Cookies, preferences
    PreferencesHeading = "preferences-heading",
    PreferencesIntro = "preferences-intro",
    PolicyInEnglish = "policy-in-english",
    Save = "save",
    AlwaysOn = "always-on",
    AllowCategory = "allow-category",
    OnUntilObjection = "on-until-objection",
    ShowCookies = "show-cookies",
    CookieName = "cookie-name",
    CookieProvider = "cookie-provider",
    CookiePurpose = "cookie-purpose",
    CookieLifetime = "cookie-lifetime",
    KindCookie = "kind-cookie",
    KindLocalStorage = "kind-local-storage",
    KindSessionStorage = "kind-session-storage",
    ServiceBy = "service-by",
    Chosen = "chosen",
    ChosenNone = "chosen-none",
    // The receipt of a choice
    ReceiptHeading = "receipt-heading",
    ReceiptIntro = "receipt-intro",
    ReceiptNumber = "receipt-number",
    ReceiptTime = "receipt-time",
    ReceiptYes = "receipt-yes",
    ReceiptNo = "receipt-no",
    ReceiptNothing = "receipt-nothing",
    ReceiptUntil = "receipt-until",
    ReceiptSave = "receipt-save",
    // Static pages
    LastChanged = "last-changed",
    Months = "months",
    PrintPage = "print-page",
    PrintHint = "print-hint",
    NoticePages = "notice-pages",
    PartPageOnly = "part-page-only",
    History = "history",
    HistoryWording = "history-wording",
    PageTitle = "page-title",
    SkipToContent = "skip-to-content",
    AllNotices = "all-notices",
    AllNoticesIntro = "all-notices-intro",
    CookiesPage = "cookies-page",
    CookiesPageIntro = "cookies-page-intro",
    OffUntilAllowed = "off-until-allowed",
    FootingEssential = "footing-essential",
    FootingConsent = "footing-consent",
    FootingExempt = "footing-exempt",
    FootingLaw = "footing-law",
    CookiesChange = "cookies-change",
    CookiesChangeSite = "cookies-change-site",
    CookiesChangeBrowser = "cookies-change-browser",
    CookiesLink = "cookies-link",
    // Gated content
    FrameBlocked = "frame-blocked",
    FrameOnce = "frame-once",
    FrameAlways = "frame-always",
    // Guardian prompt
    GuardianQuestion = "guardian-question",
    GuardianWhy = "guardian-why",
    GuardianUnder = "guardian-under",
    GuardianOver = "guardian-over",
    GuardianUnsaid = "guardian-unsaid",
    GuardianAsk = "guardian-ask",
    GuardianConfirmed = "guardian-confirmed",
    GuardianNotYet = "guardian-not-yet",
    GuardianThanks = "guardian-thanks",
    GuardianWait = "guardian-wait",
    GuardianHelp = "guardian-help",
    GuardianDanger = "guardian-danger",
    GuardianAnswerFirst = "guardian-answer-first",
    GuardianRefused = "guardian-refused",
    // Handout for someone whose details another gave
    HandoutTitle = "handout-title",
    HandoutLead = "handout-lead",
    HandoutFrom = "handout-from",
    HandoutFromHint = "handout-from-hint",
    HandoutName = "handout-name",
    HandoutOrganisation = "handout-organisation",
    HandoutDate = "handout-date",
    HandoutHappens = "handout-happens",
    HandoutWhen = "handout-when",
    HandoutWhenText = "handout-when-text",
    HandoutNo = "handout-no",
    HandoutNoText = "handout-no-text",
    HandoutPermission = "handout-permission",
    HandoutWhole = "handout-whole",
    HandoutKeep = "handout-keep",
    HandoutScan = "handout-scan",
    // A shared screen
    KioskTools = "kiosk-tools",
    KioskTake = "kiosk-take",
    KioskTakeHeading = "kiosk-take-heading",
    KioskScan = "kiosk-scan",
    KioskSquare = "kiosk-square",
    KioskRead = "kiosk-read",
    KioskHush = "kiosk-hush",
    KioskLarger = "kiosk-larger",
    KioskContrast = "kiosk-contrast",
    KioskLanguage = "kiosk-language",
    KioskRestart = "kiosk-restart",
    KioskWaiting = "kiosk-waiting",
    KioskThere = "kiosk-there",
    KioskClears = "kiosk-clears",
    KioskStay = "kiosk-stay",
    KioskCleared = "kiosk-cleared",
    KioskOffline = "kiosk-offline",
    KioskNotSent = "kiosk-not-sent",
}

/// The texts of one language. On the wire: an array in the order of [`Text`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Strings(Arc<[String]>);

impl Strings {
    /// Takes one text a key, in the order of [`Text::KEYS`].
    ///
    /// # Errors
    /// Gives the list back when it has not exactly one text a key.
    pub fn new(texts: Vec<String>) -> Result<Self, Vec<String>> {
        if texts.len() == Text::KEYS.len() {
            Ok(Self(texts.into()))
        } else {
            Err(texts)
        }
    }

    /// The text itself; empty when a newer widget meets an older list.
    #[must_use]
    pub fn get(&self, text: Text) -> &str {
        self.0.get(text as usize).map_or("", String::as_str)
    }

    /// The text with the one `{…}` in it replaced by `value`.
    #[must_use]
    pub fn with(&self, text: Text, value: &str) -> String {
        match self.around(text) {
            (whole, "") if whole.len() == self.get(text).len() => whole.to_owned(),
            (before, after) => [before, value, after].concat(),
        }
    }

    /// What stands before and after the one `{…}`; without one, everything and nothing.
    #[must_use]
    pub fn around(&self, text: Text) -> (&str, &str) {
        let text = self.get(text);
        // By hand: the search that `str::replace` brings weighs 2 KB in the widget.
        match (text.find('{'), text.find('}')) {
            (Some(start), Some(end)) if start < end => (&text[..start], &text[end + 1..]),
            _ => (text, ""),
        }
    }
}
