//! What may stand where in a notice, as comments of a draft.

use crate::print::{AnnotatedNotice, RemarkTarget};

/// Says at each place what belongs there.
pub(super) fn guide(page: &mut AnnotatedNotice<'_>, shared: &[String]) {
    let mut say = |spot, text: &str| page.remark(spot, 0, text);
    say(
        RemarkTarget::Controller,
        "Key of a table in controllers.toml: the body that decides why and how data is used.",
    );
    say(
        RemarkTarget::Officer,
        "Take the line away if the controller's officer in controllers.toml is meant.",
    );
    say(
        RemarkTarget::Children,
        "children = true  # if people under 13 may use the service; false if it is for adults alone",
    );
    if !shared.is_empty() {
        let names: Vec<String> = shared.iter().map(|name| format!("\"{name}\"")).collect();
        let line = format!(
            "shared = [{}]  # what every notice says alike: files of shared/",
            names.join(", ")
        );
        say(RemarkTarget::Shared, &line);
    }
    say(
        RemarkTarget::Laws,
        "laws = [\"…\"]  # the laws that the service names",
    );
    say(
        RemarkTarget::Transfers,
        "transfers = \"…\"  # whether data leaves the United Kingdom",
    );
    for (spot, lines) in GUIDE {
        for line in lines {
            say(spot, line);
        }
    }
}

/// What may stand where, as it would be written. Values are examples of form: a town that does not exist.
const GUIDE: [(RemarkTarget, &[&str]); 12] = [
    (
        RemarkTarget::Part,
        &[
            "Parts of the service with facts of their own; `part = \"apply\"` in any entry below limits it to that part.",
            "[[part]]",
            "id = \"apply\"",
            "title = \"Apply for a plot\"",
        ],
    ),
    (
        RemarkTarget::Audience,
        &[
            "Groups of readers of whom different things are true; `audience = \"tenant\"` in any entry below is for them alone.",
            "[[audience]]",
            "id = \"tenant\"",
            "title = \"If you have a plot\"",
        ],
    ),
    (
        RemarkTarget::Answer,
        &[
            "The first layer: who, why, must, sees, keeps, rights. At most 20 words a line, what may surprise first.",
            "One with part = \"apply\" stands in place of the general one for that part; the others are said to all.",
        ],
    ),
    (
        RemarkTarget::Data,
        &[
            "[[data]]  # each kind of data that is used",
            "name = \"Health details\"",
            "detail = \"only if you ask for a lower rent\"",
            "special = true  # health, beliefs, origin … (Article 9)",
            "matches = [\"health\"]  # names of form fields that ask for it",
        ],
    ),
    (
        RemarkTarget::Source,
        &[
            "[[source]]  # who gives you data about people, other than themselves",
            "names = [\"The allotment association\"]",
            "detail = \"whether your plot is looked after\"",
        ],
    ),
    (
        RemarkTarget::Purpose,
        &[
            "[[purpose]]  # each use",
            "text = \"Let a plot to you\"",
            "basis = \"not-stated\"  # until the service has said which: contract, public-task, consent …",
            "basis-detail = \"…\"  # the law or the contract; for sensitive data also the condition of Article 9",
        ],
    ),
    (
        RemarkTarget::Recipient,
        &[
            "[[recipient]]  # who gets data",
            "names = [\"Pay Ltd\"]",
            "purpose = \"To take your rent for us.\"",
            "condition = \"permission\"  # or \"emergency\", \"law\": shared only then",
            "role = \"processor\"  # where it uses the data for you alone, on your instructions",
        ],
    ),
    (
        RemarkTarget::Retention,
        &[
            "[retention]  # how long",
            "text = \"Six years after your tenancy ends.\"",
            "months = 72  # the longest period that the text gives",
        ],
    ),
    (
        RemarkTarget::Automated,
        &[
            "[automated]",
            "used = false",
            "text = \"No decision is made by a machine alone.\"",
        ],
    ),
    (
        RemarkTarget::Right,
        &[
            "[[right]]  # each right; none when shared/rights.md says them for this notice",
            "id = \"access\"  # rectification, erasure, restriction, objection, portability, automated-decisions",
            "name = \"Access\"",
            "text = \"Ask for a copy of what we hold about you.\"",
        ],
    ),
    (
        RemarkTarget::Complaint,
        &[
            "[[complaint]]  # whom to complain to: the controller first, then the regulator",
            "contact = \"ico\"  # of controllers.toml; or name, address, phones, email, web, note",
        ],
    ),
    (
        RemarkTarget::Field,
        &[
            "[[field]]  # why one form field is asked for",
            "name = \"health\"  # for data-notice-field",
            "why = \"Only for a lower rent. You need not tell us.\"",
            "matches = [\"health\"]  # names of form fields that this stands beside unasked",
        ],
    ),
];
