//! What is stored without asking, and whether the questions that this hangs on are answered.

use leptos::prelude::*;

use source::parse::Exemption;

use crate::register::Register;

/// Renders one entry for each category; nothing where every category asks first.
pub(super) fn section(register: &Register) -> Option<AnyView> {
    if register.exemptions.is_empty() {
        return None;
    }
    let entries: Vec<_> = register.exemptions.iter().map(entry).collect();
    let view = view! {
        <details class="fold" id="exempt">
            <summary><h2>"Stored without asking"</h2></summary>
            <p>
                "The law lets statistics and appearance go without consent on conditions (Privacy and Electronic Communications "
                "Regulations 2003, Schedule A1, paragraphs 5 and 6). Answer for them under " <code>"[category.exemption]"</code>
                " in " <code>"notices/cookies.toml"</code> "."
            </p>
            {entries}
        </details>
    };
    Some(view.into_any())
}

fn entry((partner, exemption): &(Option<&str>, &Exemption)) -> AnyView {
    let whose = partner.map(|id| [id, ": "].concat());
    let answers: Vec<_> = exemption
        .answers
        .iter()
        .map(|(question, answer)| {
            let answer = match answer {
                Some(answer) => {
                    let why = law::unfit_answer(question, answer).map(|why| format!(" ! {why}"));
                    view! { <q>{answer.clone()}</q> <i>{why}</i> }.into_any()
                }
                None => view! { <i>"✗ not answered"</i> }.into_any(),
            };
            view! { <li>{*question} " " {answer}</li> }
        })
        .collect();
    let all = exemption.answers.len();
    let gaps = [
        ("✗", exemption.open(), "not answered"),
        ("!", exemption.unfit(), "answered unfitly"),
    ];
    let gaps = gaps.into_iter().filter(|(_, count, _)| *count > 0);
    let gaps: Vec<String> = gaps
        .map(|(mark, count, what)| format!("{mark} {count} of {all} {what}"))
        .collect();
    let open = match &gaps[..] {
        [] => "✓ answered".to_owned(),
        gaps => gaps.join(", "),
    };
    view! {
        <article>
            <h3>{whose} {exemption.category.id()} <span class="small">": " {open}</span></h3>
            <ul class="plain">{answers}</ul>
        </article>
    }
    .into_any()
}
