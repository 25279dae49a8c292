//! What sentences say, by the section that they speak for.

use notice::SectionId::{self, *};

/// What sentences of a section say: the section, how much one such sentence says, and patterns of which one must fit.
/// Patterns are written as those of headings are.
pub(super) const CUES: [(SectionId, usize, &str); 23] = [
    (
        Data,
        4,
        "the following information | the following data | the following details | the following about | has room for | we write down | is written down \
         | we take your | we hold your | we record your | we keep your | we collect your | we ask for your | we ask your | we note",
    ),
    (
        Data,
        2,
        "date* of birth | your name | name address | names address* | name and address | names and address* | names and dates | insurance number | nhs number | telephone number* \
         | phone number* | phone and email | next of kin | ethnic* | nationality | bank details | photograph* | signature | religious | religion | health* | medical \
         | disability | recordings | emergency contact* | age band | test results | marks | attendance | references | referees | criminal",
    ),
    (
        Sources,
        4,
        "come* from | came from | came to us | come to us | comes to us | told us about | tell* us about you | not from you | rest from | given to us by | supplied by | provided by \
         | passed to us | sent to us | sends us | send us | hear from you first | gives us | give us your | passes us | tells us | receive*+from | obtain*+from | get+about you from | hear from | heard from | write to us \
         | added by | from your last | people probably did | are sent+by | collect*+from your | collect*+from the | on your behalf by | referred by | gets in touch | get in touch before \
         | we speak with your | we draw on | we consult | passes on | reaches us | reach us from",
    ),
    (
        Sources,
        2,
        "from your | from the | from other | from another | by your",
    ),
    (
        Recipients,
        4,
        "share*+with | shared | pass*+to | passed on | passes to | pass it | pass them | disclose* | give it to | give them to | given to | send your | send it to | sent to | goes to | goes back to \
         | can see | may see | hears about | hear about | gets your | sees the | has the names | sees it | can read | access to | has access | have access | we tell | may be told | is told | are told | may be asked for by | host our | hosts our | who host | run for us | read each",
    ),
    (
        Recipients,
        2,
        "go to | nobody else | no one else | no others | works for us | work for us | on our behalf | our contractor* | our supplier*",
    ),
    (
        Retention,
        2,
        "deleted | delete | destroyed | destroy | shredded | shred | wiped | erased | thrown | kept | keep | keeps | hold | held | retain* | permanently | for ever | archive*",
    ),
    (
        Transfers,
        6,
        "abroad | overseas | outside the uk | outside the united | outside britain | outside great britain | outside europe | out of the united | out of the country | leaves the country | leave the country \
         | leaves the uk | leave the uk | leaves this country | european economic | adequacy | data bridge | privacy framework | contractual clauses | standard clauses | transfer agreement | united states | american \
         | another country | other countries | republic of ireland | in canada | in australia | in india | in ireland | in germany | in america | in the usa",
    ),
    (
        Transfers,
        4,
        "servers in | data centre* in | stay* in | never leave*",
    ),
    (
        Rights,
        4,
        "you can ask | you may ask | ask to see | ask to read | and we will mend | and we will show you | you object to | you may also ask | ask us to | ask for a copy | a copy of what | a copy of your | you may object | you can object | right to | rights | rub it out | put it right | put right | set straight | correct it | may i ask \
         | can i",
    ),
    (
        Complaints,
        6,
        "complain* | ombudsman | information commissioner* | grievance* | regulator | unhappy | not satisfied | dissatisfied",
    ),
    (
        Complaints,
        2,
        "upset | acknowledge | put things right | went wrong | gone wrong",
    ),
    (
        Automated,
        6,
        "by machine | by a machine | by computer | by a computer | automat* | algorithm* | machine alone | computer alone | computer decide* | machine decide* | computer does not | without a person | without anyone | a person decides \
         | a person always | person looks | human being | scores | profil*",
    ),
    (
        Choice,
        4,
        "need not | do not have to | don't have to | not have to | you must tell | you must give | you must answer | must by law | required by law to tell | refuse to | may refuse | decline | leave blank | left blank | leave it blank | yours to leave | optional | voluntary \
         | compulsory | obliged to tell | if you don't | if you do not | if you will not | rather not | without your name | without an address | without it we | without them we | bound to | is an offence | may be fined | no penalty",
    ),
    (
        Choice,
        2,
        "without+can't | without+cannot | cannot+unless | not+may send | some questions | answer some",
    ),
    (
        Children,
        6,
        "under 13 | under 16 | under 18 | under thirteen | under sixteen | under eighteen | younger than | parent or guardian | parent or carer+agree* | version+children | children+version | comic | grown up | grown ups | grown-up*",
    ),
    (
        Children,
        2,
        "young people | young patients | children | teenager* | your parent*",
    ),
    (
        Security,
        6,
        "encrypt* | locked | password* | firewall* | two step | two factor | alarmed | cyber | pseudonym* | penetration | backed up | access controls | trained+staff | staff+trained | lock and key",
    ),
    (
        Changes,
        6,
        "this notice+change* | change*+this notice | this notice+update* | update*+this notice | change*+this page | new version* | this version | version+replaces | this notice+replaces | this statement+review* | last updated | was last | \
         look at it again | look at this again | go over it again | this page+change* | this statement+change* | was written on | written again",
    ),
    (
        Purposes,
        4,
        "we use it | we use this | we use them | we use your | we need+to | in order to | so that we | it lets us | used to | used for | so as to | task of public | task in the public | legal bas* | lawful bas* | legal obligation* | legitimate interest* \
         | vital interest* | public task | article 6 | lays on | the duty to | the power to | a duty to | our duty | we rely on | with your consent | only if you consent | necessary for",
    ),
    (Purposes, 2, "by law | under the act | because"),
    (
        Who,
        4,
        "the controller | are controller | is controller | a controller | joint controllers | answers for | answerable for | responsible in law | responsible for+information | responsible for+data | responsible for+record* | decides how | decide how | decides what | decide what | decides why \
         | decide why",
    ),
    (
        Who,
        2,
        "data protection officer | data protection lead | registered charity | our office* | our address | is at",
    ),
];
