//! Folders that a build must not fill: those that it reads. What is published would be read as notices by the next build, and only
//! hands could part the two again.

use std::{
    env,
    path::{Component, Path, PathBuf},
};

use super::Error;

/// Says whether the folder `out` may be filled from the site folder `root`: it is not the site folder, holds it in no way, and is
/// neither of the folders that are read, nor within one.
///
/// # Errors
/// [`Error::OwnFolder`].
pub fn may_fill(root: &Path, out: &Path) -> Result<(), Error> {
    let target = resolved(out);
    let refuse = |why: String| {
        Err(Error::OwnFolder {
            out: out.to_owned(),
            why,
            instead: root.join("dist"),
        })
    };
    let site = resolved(root);
    if target == site {
        return refuse("is the site folder itself".to_owned());
    }
    for name in ["notices", "public"] {
        let own = resolved(&root.join(name));
        if target.starts_with(&own) {
            return refuse(format!("belongs to {name}/, which a build reads"));
        }
        // It may be elsewhere, by a link.
        if own.starts_with(&target) && !site.starts_with(&target) {
            return refuse(format!("holds {name}/, which a build reads"));
        }
    }
    if site.starts_with(&target) {
        return refuse("holds the site folder".to_owned());
    }
    Ok(())
}

/// Returns where a path leads: from the root of the disk, through links, whether it is there yet or not.
fn resolved(path: &Path) -> PathBuf {
    let mut whole = env::current_dir().unwrap_or_default();
    whole = whole.canonicalize().unwrap_or(whole);
    for part in path.components() {
        match part {
            Component::CurDir => {}
            // What is above a link is above the folder that it leads to.
            Component::ParentDir => drop(whole.pop()),
            Component::Prefix(_) | Component::RootDir => whole.push(part),
            Component::Normal(name) => {
                whole.push(name);
                whole = whole.canonicalize().unwrap_or(whole);
            }
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn site(name: &str) -> PathBuf {
        let folder =
            env::temp_dir().join(format!("council-notice-own-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("my site/notices/shared")).expect("a folder can be made");
        folder.join("my site")
    }

    fn refused(root: &Path, out: &str) -> Option<String> {
        may_fill(root, &root.join(out))
            .err()
            .map(|it| it.to_string())
    }

    #[test]
    fn a_folder_of_the_sites_own_is_not_filled() {
        let root = site("own");
        for (out, why) in [
            ("", "is the site folder itself"),
            (".", "is the site folder itself"),
            ("dist/..", "is the site folder itself"),
            ("notices/../../my site", "is the site folder itself"),
            ("..", "holds the site folder"),
            ("../..", "holds the site folder"),
            ("notices", "belongs to notices/"),
            ("notices/", "belongs to notices/"),
            ("notices/shared", "belongs to notices/"),
            ("notices/not-there/yet", "belongs to notices/"),
            ("dist/../notices", "belongs to notices/"),
            // It is not there, and would be read as soon as it is.
            ("public", "belongs to public/"),
            ("public/files", "belongs to public/"),
        ] {
            let said = refused(&root, out).unwrap_or_else(|| panic!("{out} was taken"));
            assert!(said.contains(why), "{out}: {said}");
            assert!(said.contains("help: ") && said.contains("dist"), "{said}");
        }
    }

    #[test]
    fn any_other_folder_is() {
        let root = site("other");
        for out in [
            "dist",
            "dist/",
            "./dist/../files",
            "notices-published",
            "notices/../dist",
            "public.new",
            "../dist",
            "../my site of files",
            "../../elsewhere/notices",
        ] {
            assert_eq!(refused(&root, out), None, "{out}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_where_it_leads() {
        use std::os::unix::fs::symlink;
        let root = site("links");
        let beside = root.join("../beside");
        fs::create_dir_all(beside.join("public/files")).expect("a folder can be made");
        for (link, to) in [
            ("dist", root.join("notices")),
            ("home", root.join("..")),
            ("public", beside.join("public")),
            ("free", beside.clone()),
        ] {
            symlink(to, root.join(link)).expect("a link can be made");
        }
        for (out, why) in [
            ("dist", "belongs to notices/"),
            ("dist/new", "belongs to notices/"),
            ("home", "holds the site folder"),
            ("home/my site", "is the site folder itself"),
            ("../beside", "holds public/"),
            ("../beside/public/files", "belongs to public/"),
            ("free", "holds public/"),
            // Above the folder that the link leads to, not above the link.
            ("dist/../notices/shared", "belongs to notices/"),
        ] {
            let said = refused(&root, out).unwrap_or_else(|| panic!("{out} was taken"));
            assert!(said.contains(why), "{out}: {said}");
        }
        assert_eq!(refused(&root, "free/dist"), None);
        assert_eq!(refused(&root, "home/dist"), None);
    }
}
