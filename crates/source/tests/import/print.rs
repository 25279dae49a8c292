//! PDFs that are written here, as the simplest programs write them.

/// Text of a page: each with its place from the left and the foot, and its size.
pub(crate) type Print<'a> = Vec<(u32, u32, u32, &'a str)>;

/// A PDF of pages, in Helvetica.
pub(crate) fn printed(pages: &[Print<'_>], more: &str) -> Vec<u8> {
    drawn(pages, "", more)
}

/// The same with something drawn on each page.
pub(crate) fn drawn(pages: &[Print<'_>], drawing: &str, more: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len())
        .map(|at| format!("{} 0 R", 4 + at * 2))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} >>",
            kids.join(" "),
            pages.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    for (at, page) in pages.iter().enumerate() {
        let escaped = |text: &str| {
            text.replace('\\', "\\\\")
                .replace('(', "\\(")
                .replace(')', "\\)")
        };
        let shown: String = page
            .iter()
            .map(|(x, y, size, text)| {
                format!(
                    "BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET\n",
                    escaped(text)
                )
            })
            .collect();
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + at * 2
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{drawing}\n{shown}\nendstream",
            drawing.len() + 1 + shown.len()
        ));
    }
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    out.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R {more} >>\nstartxref\n{table}\n%%EOF\n",
            places.len() + 1
        )
        .bytes(),
    );
    out
}

/// Lines down a page: an empty one leaves a gap.
pub(crate) fn page<'a>(lines: &[(u32, &'a str)]) -> Print<'a> {
    let mut y = 790;
    let mut out = Vec::new();
    for (size, text) in lines {
        y -= 14;
        if !text.is_empty() {
            out.push((60, y, *size, *text));
        }
    }
    out
}
