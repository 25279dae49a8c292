use super::*;

/// The policy of a page of a site that says nothing special.
fn policy() -> String {
    let page: [(&str, &[u8]); 1] = [("page.html", b"")];
    let all = headers::policies(page.into_iter(), "");
    all[0].1.clone()
}

fn refused(html: &str) -> Vec<(String, Vec<u64>)> {
    let policy = policy();
    let policy = SecurityPolicy::of(&policy, Some("https://notices.example/"));
    let Refusals(all) = in_page(&elements(html), &policy);
    let all = all.into_iter();
    all.map(|(refusal, lines)| (refusal, lines.into_iter().collect()))
        .collect()
}

#[test]
fn what_the_policy_refuses_is_told_with_a_remedy() {
    for (html, what, directive, remedy) in [
        (
            "<style>p {}</style>",
            "a <style>",
            "style-src",
            "a style sheet in public/",
        ),
        (
            "<svg><style>p {}</style></svg>",
            "a <style>",
            "style-src",
            "a style sheet",
        ),
        (
            "<p style=\"color: red\">",
            "a style attribute",
            "style-src",
            "a class",
        ),
        (
            "<script>go()</script>",
            "a script within",
            "script-src",
            "<script src>",
        ),
        (
            "<script nonce=x type=module>go()</script>",
            "a script within",
            "script-src",
            "<script src>",
        ),
        (
            "<script type=importmap>{}</script>",
            "a script within",
            "script-src",
            "<script src>",
        ),
        (
            "<script type=text/plain data-category=analytics>go()</script>",
            "a script within",
            "script-src",
            "a file",
        ),
        (
            "<body onload=go()>",
            "the attribute onload",
            "script-src",
            "listen",
        ),
        (
            "<button ONCLICK='go()'>",
            "the attribute onclick",
            "script-src",
            "listen",
        ),
        (
            "<a href=\" java\nscript:go()\">",
            "a javascript: address",
            "script-src",
            "<button>",
        ),
        (
            "<form action=javascript:go()>",
            "a javascript: address",
            "script-src",
            "<button>",
        ),
        (
            "<script src=https://cdn.example/a.js></script>",
            "a script from https://cdn.example,",
            "script-src",
            "put the file into public/",
        ),
        (
            "<script type=text/plain data-category=a data-src=//cdn.example/a.js></script>",
            "a script from https://cdn.example,",
            "script-src",
            "script-src has cdn.example",
        ),
        (
            "<link rel=stylesheet href=https://fonts.example/css?a=b>",
            "a style sheet from https://fonts.example,",
            "style-src",
            "public/",
        ),
        (
            "<link rel='shortcut icon' href=http://a.example:80/i.ico>",
            "an image from http://a.example:80,",
            "img-src",
            "public/",
        ),
        (
            "<link rel=preload as=font href=/a.woff2>",
            "a font,",
            "font-src",
            "font-src 'self'",
        ),
        (
            "<link rel=manifest href=a.json>",
            "a manifest,",
            "manifest-src",
            "manifest-src 'self'",
        ),
        (
            "<img alt='' srcset='a.png 1x, https://a.example/b.png 2x'>",
            "an image from https://a.example,",
            "img-src",
            "public/",
        ),
        (
            "<video poster=a.png><source src=film.mp4></video>",
            "a film or sound,",
            "media-src",
            "media-src 'self'",
        ),
        (
            "<audio src=https://a.example/b.mp3></audio>",
            "a film or sound from https://a.example,",
            "media-src",
            "public/",
        ),
        (
            "<iframe src=https://maps.example/x></iframe>",
            "a frame from https://maps.example,",
            "frame-src",
            "link to it, or",
        ),
        (
            "<iframe data-category=media data-src=https://film.example/x></iframe>",
            "a frame from https://film.example,",
            "frame-src",
            "link to it",
        ),
        (
            "<iframe data-category=media data-council-src=https://film.example/x></iframe>",
            "a frame from https://film.example,",
            "frame-src",
            "link to it",
        ),
        (
            "<object data=a.pdf></object>",
            "an embedded object,",
            "object-src",
            "object-src 'self'",
        ),
        (
            "<form action='https://forms.example/apply' method=post>",
            "a form that is sent to https://forms.example,",
            "form-action",
            "form-action has https://forms.example",
        ),
        (
            "<form action='mailto:a@b.example'>",
            "a form that is sent to a mailto: address,",
            "form-action",
            "has mailto:",
        ),
        (
            "<form><button formaction='https://forms.example/'>",
            "a form that is sent to https://forms.example,",
            "form-action",
            "policy",
        ),
        ("<base href=/a/>", "a <base>,", "base-uri", "take it away"),
    ] {
        let found = refused(&format!("<!doctype html>\n\n{html}"));
        let [(said, lines)] = &found[..] else {
            panic!("{html}: {found:?}");
        };
        assert!(said.starts_with(what), "{html}: {said}");
        assert!(
            said.contains(&format!("refuses ({directive}): ")),
            "{html}: {said}"
        );
        assert!(said.contains(remedy), "{html}: {said}");
        assert_eq!(lines, &[3], "{html}");
    }
}

#[test]
fn what_is_allowed_is_passed_over() {
    for html in [
        "<link rel=stylesheet href=site.css><script src=/a.js type=module></script>",
        "<script async src=https://notices.example/council-notice.js></script>",
        "<script type=application/ld+json>{}</script><script type=text/template>a</script><script> </script>",
        "<script type=application/json src=https://a.example/b.json></script>",
        "<style></style><p style=''><p class=a only=b on=c one=d>",
        "<a href=https://www.example/>a</a><a href=mailto:a@b.example>b</a><a href=#javascript:>c</a>",
        "<img src=a.png alt=''><img src='data:image/png;base64,AA=='><img srcset='a.png 1x, b.png 2x'>",
        "<iframe src=map.html></iframe><iframe src=about:blank></iframe><iframe data-src=https://a.example></iframe>",
        "<form action=/send method=post></form><form action=''></form><form>",
        "<link rel=canonical href=https://www.example/><link rel=preconnect href=https://a.example>",
        "<!-- <style>p {}</style> --><textarea><p onclick=x></textarea><title><style>a</style></title>",
        "<code>&lt;style&gt;</code>",
    ] {
        assert_eq!(refused(html), [], "{html}");
    }
}

#[test]
fn like_refusals_are_told_once_with_their_lines() {
    let policy = policy();
    let page = "<p style=a>\n<p style=b><i style=c>\n<style>a</style>\n<p style=d>";
    let told = in_page(&elements(page), &SecurityPolicy::of(&policy, None)).told("a.html");
    let [attributes, element] = &told[..] else {
        panic!("{told:?}");
    };
    assert!(
        attributes.starts_with("public/a.html, lines 1, 2 and 4: "),
        "{told:?}"
    );
    assert!(element.starts_with("public/a.html, line 3: "), "{told:?}");
    assert_eq!(counted(&[1, 2].into()), "lines 1 and 2");
    assert_eq!(
        counted(&[1, 2, 3, 4, 5, 6, 9].into()),
        "lines 1, 2, 3, 4, 5 and 2 more"
    );
}

/// The bar of an include is allowed by its hashes, and so is nothing else.
#[test]
fn the_hashes_of_a_page_count() {
    let bar = "<council-notice-cookies hidden><template shadowrootmode=\"open\"><style>b {}</style></template></council-notice-cookies><script>show()</script>";
    let told = |html: &str| {
        let page = [("page.html", html.as_bytes())];
        let all = headers::policies(page.into_iter(), "");
        let Refusals(all) = in_page(&elements(html), &SecurityPolicy::of(&all[0].1, None));
        all.len()
    };
    assert_eq!(told(bar), 0);
    assert_eq!(
        told(&[bar, "<script>show(2)</script><style>c {}</style>"].concat()),
        2
    );
}
