//! What headings say, by section.

use notice::SectionId::{self, *};

/// What headings of a section say, the most telling sections first: the section, patterns of which one must fit, and
/// patterns of which none may.
///
/// A pattern is words that follow one another; `*` stands for any end of a word, and `+` for any words between (in any
/// order). `!` marks what is said in privacy notices alone and counts in any heading. All else counts only in a question,
/// or in a heading that speaks of nothing but people's data, so that “Customer complaints” or “Security guards” begin no
/// section. `=` marks what counts only in such a heading, question or not: “Who gets it?”, and not “Who gets a permit?” `#`
/// marks a heading that says nothing else: “Provenance”.
pub(super) const RULES: [(SectionId, &str, &str); 28] = [
    (
        Cookies,
        "!cookie* | !ip address*",
        "cake* | bak* | biscuit* | chocolate | recipe* | stall*",
    ),
    (
        Changes,
        "!last updated | !last reviewed | !next review | changes+notice | changes+policy | changes+statement | changes to this \
         | change+notice | updates to this | update*+notice | update*+policy | update*+statement | review* | changes | version* \
         | =last change* | =last update* | =updated | =amendment* | =rewrite* | =rewritten | !rewrite this | !currency of this",
        "how long",
    ),
    (
        Automated,
        "!automated | !automatic | !automatically | !profiling | decision*+computer* | decision*+machine* \
         | =decisions | =decide*+computer* | =decide*+machine* | =by computer* | =by machine* | =matching by computer* | =robot* | #machines | #computers",
        "keep* | kept | held | hold | share* | protect*",
    ),
    (
        Complaints,
        "complain* | concern | concerns | contact | contacts | contacting | get in touch | questions | queries | enquiries \
         | further information | !information commissioner* | !supervisory authority | !ico | find us | reach us | reach you \
         | getting in touch | speak to | hold of us | hold of you | =talk to | =ask us | =cross with us | =angry with us | =whom+ask | =who to ask | =who+i ask | =regulator | =not happy | =not content | =unhappy | =not satisfied | =dissatisfied \
         | !grumble* | =grievance* | =aggrieved | !upset you | =upset | =get+wrong | =got+wrong | =gets wrong | =go wrong | =goes wrong | =gone wrong | =went wrong | =taking+further \
         | =take+further | !disappoint you | =let you down",
        "controller* | dpo | your rights | who we are | who are we | do you talk to | who talk* | we talk to | we may talk | you can ask | you may ask | you could ask",
    ),
    (
        Who,
        "!data protection officer* | !dpo | !data controller* | !controller | =responsible organisation | =who+looking after | =who+looks after | =who controls | =in whose name | =whose letter | =whose notice | #parties | =who+answers for | =who+answerable | =who uses | =who+using | =introduction",
        "",
    ),
    (
        Retention,
        "!retention | !how long | !storage period* | !retention schedule* | !length of storage | =length of time",
        "complain* | tree* | hedge* | staff",
    ),
    (
        Transfers,
        "!abroad | !overseas | outside+uk | outside+kingdom | outside+eea | outside+eu | outside+european | outside+country \
         | other countries | another country | !third countr* | !international transfer* | international* | transfer* \
         | =processing abroad | european economic | leave* the uk | leaving the uk | leave*+kingdom | leaving+kingdom | foreign | =where+store* | =where+keep | =where+kept | =where+hold | =where+held \
         | =where+processed | =sent+world | =go+world | =kept+world | =held+world | #territory | #territories",
        "",
    ),
    (
        Security,
        "secure | securely | security | secured | securing | protect | protects | protected | protecting | safe | safely \
         | =protection | #safeguards | !wrong eyes | !wrong hands | !prying eyes | =locked | =locked up | =lock and key",
        "data protection | social security | child* | young",
    ),
    (Accuracy, "accura* | !up to date | updating", ""),
    (
        Retention,
        "retain* | keep | kept | keeping | when+delete* | when+destroy* | =when+rid of | =when+thrown away | =when+let go | =when+go | =until when | =when+goes | =time limit* | dispos* | store | stored | storing | storage",
        "why | what",
    ),
    (
        Children,
        "!son or daughter | !sons and daughters | you are a young | you're a young | i am a young | !under 13 | !13 or under | !under 16 | !under 18 | =word+children | =word+younger | what about+young | !children who",
        "",
    ),
    (
        Children,
        "child | children | parent | parents | guardian* | young people",
        "how | what | why | who | where | which | right* | protection",
    ),
    (
        Purposes,
        "!lawful basis | !lawful bases | !legal basis | !legal bases | !legal ground* | !legal power* | !lawful reason* \
         | !statutory basis | !statutory bases | #grounds | =grounds+rely | =used for | =table of processing | =by what right | =what power | =what end | =what+ground* | =gives us+right | =allow*+us | =allowed+to",
        "",
    ),
    (
        Sources,
        "where+from | where+get | where+got | where+obtain* | where+come* | obtain* from | collect* from other* | collect* from third \
         | received from | receive+from | get+from | !from third part* | from other* | source | sources | =who gives us | =who gives it \
         | =who gave | =who+tells us | =who+told us | who told us about you | who told us about me | =others+tell us | =others+told us | =who sends us | =who sends it | =it comes from | =they come from | =whence | #provenance | =told by | =did+tell you+about | =else+tell you | =else+tells you | =has+told you | =have+told you | =recordings from others | !sources other than | =who talk* to us | =who speak* to us | =who write* to us | =who contact* us | =asking+about you | =ask+about you",
        "power* | why | purpose* | reason* | goes | go",
    ),
    (
        Recipients,
        "share | shared | shares | sharing | disclose* | disclosure* | disclosing | recipient* | processor*+recipient* | who+access | who+see | who+sees \
         | who+receive* | pass*+to | pass* on | =pass*+on | third part* | =who+get | =who+gets | =who+has | =who+have | =who+know* \
         | =who+look* | =who+tell | =who+told | =whom+tell | =who+given | =who+read* | =whose hands | =who+shown | =where+goes | =where+go | #who with | #with whom | =who do you talk to | =we tell | =we may tell | =we talk to | =we may talk to | =we speak to | =we may speak to | =we let in | =we show",
        "",
    ),
    (
        Purposes,
        "=what for | =what it is for | =what is it for | =what we need it for | why | purpose | purposes | reason | reasons | power | powers",
        "",
    ),
    (
        Rights,
        "!your rights | !your data protection rights | !rights+data | !rights+information | =what+entitled | =entitled to | =i ask for | =you ask for | =you can ask | =you may ask | =i may ask | =you could ask | =you may demand | =you can demand | =may require of us | =can require of us | =may ask of us | =can ask of us | =may i ask | =may ask | !entitlements of the student | !entitlements of the individual | !entitlements of the data subject | #your entitlements | #entitlements | =i ask you | =ask you to \
         | =what you can do | =what can you do | =what can i do | right | rights | !subject access | access to | access your | access my | accessing your \
         | accessing my",
        "",
    ),
    (
        Choice,
        "choice | choices | choose | consent | withdraw* | !do you have to | !do i have to | have to+give | have to+provide \
         | need to give | need to provide | must you | must i | !obligation to furnish | !obligation to provide | required to | opt | opting | if you do not | if you don't | if i do not \
         | if i don't | permission | =say no | !rather not | =must+answer | =must+reply | =must+tell | =bound to+tell | =obliged to+tell | =may decline | =can decline | =answer everything | =answer anything | =leave blank | =hand*+over | =need not+tell | =need not+give | =need not+answer | !data opt out",
        "",
    ),
    (Research, "research | statistic* | survey | surveys", ""),
    (
        Collection,
        "how+collect* | how+obtain* | how+get | how+gather*",
        "use | used | using | how to",
    ),
    (
        Data,
        "what information | what personal | what data | what details | what+ask+for | =what+asked to tell | =what+ask you | =what+keep | =what+know | =what+need \
         | =what+record* | what+record contains | what+file contains | what+register contains | what type* | =type of | what kind* | what sort* | what categor* \
         | which information | which data | what+collect* | what+hold | !types of information | !types of personal | !types of data \
         | !kinds of information | !kinds of personal | !kinds of data \
         | !categories of | !information we | !personal data we | information+collect* | data+collect* | details+collect* | =information+hold | =data+hold | =details+hold",
        "",
    ),
    (
        Data,
        "=what we use | =what do we use | =the data we use | =the information we use | =the details we use | =what+process | =information+process | =data+process | =details+process | =what+have | =what+in it | =what+camera* take* in | =what+cameras take in | =particulars+held | =particulars+hold | =whose data | =whose information | =what+written down | =what+write down | !what goes in | !what goes into | what+takes down | what+writes down | what+notes down | =what+gathered | =what+gather | #information | #information gathered | #data gathered | #details gathered \
         | #the information | #the data | #the details | #information held | #data held | #details held | #personal data held | #personal information held \
         | =information about you | =data about you | =details about you",
        "for | how | why",
    ),
    (
        Purposes,
        "use | used | uses | using | do with",
        "how to | terms of",
    ),
    (Sources, "obtain | obtained | obtaining", ""),
    (
        Data,
        "personal information | personal data | special category | special categories | sensitive",
        "privacy | notice",
    ),
    (
        Who,
        "!who we are | !who are we | about us | about the council | about the trust | about the school | about the service | who is+responsible | who is+charge | who are you | who+decides | who+collects | who is+collecting | who holds",
        "",
    ),
    (Data, "=your data | =your information | =your details", ""),
    (Rights, "=you can | =you may | =can you | =can i", ""),
];

/// Words that say nothing of what a heading is about, and words that every privacy notice has.
pub(super) const COMMON: &str = "a an the and or of to for in on at by with from about our your you we us i my me it its is are was be \
     been being do does did can could may must will would should have has had not no any all this that these those other others \
     how why what who whom turn around where when which whose if whether than then also more under over between within outside into out up as so \
     there their they them we'll you're you'll you'd i'm you've here table particulars somebody furnish furnished recordings challenges entitled it's information data detail details personal privacy notice policy statement council councils \
     authority people person individual individuals record records file files law laws legal lawful lawfully gdpr uk process \
     processing processed processes collect collected collecting collection collects hold held holds give given get gets make \
     made need needed want provide provided organisation organisations anyone else erasure erase erased object objection \
     rectification rectify portability restrict restriction deletion delete deleted copy forgotten informed correct correction \
     decision decisions making long loss misuse available held yours regarding concerning footing \
     time times period periods things getting ask asking request requests requesting someone somebody anyone anywhere \
         anything everything something thing place places";

/// Words with which a question begins.
pub(super) const ASKING: [&str; 20] = [
    "how", "why", "what", "who", "whom", "where", "when", "which", "do", "does", "is", "are",
    "can", "could", "will", "must", "if", "whose", "may", "have",
];
