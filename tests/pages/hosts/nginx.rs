//! What is published, sent by nginx with the files that are published for it, to its own pages and to another's.

use std::{
    env, fs,
    os::unix::fs::MetadataExt as _,
    path::PathBuf,
    process::{self, Command},
    sync::atomic::{AtomicU32, Ordering},
};

use super::{
    left,
    running::{Ended, free_port, listens, there},
};
use crate::{
    harness::{Browser, Outcome, Page, dist, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: a_page_of_its_own, a_page_elsewhere];

/// nginx with the published folder. Dropping it ends it.
struct Nginx {
    /// With a slash at its end.
    address: String,
    folder: PathBuf,
    _process: Ended,
}

impl Nginx {
    /// Starts it with `nginx.conf` as it is published: only its port and folder are put in, as the manual says.
    async fn start() -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            env::temp_dir().join(format!("council-notice-nginx-{}-{count}", process::id()));
        fs::create_dir_all(&folder)?;
        let (own, port) = (folder.display(), free_port()?);
        let site = fs::read_to_string(dist().join("nginx.conf"))?
            .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
            .replace("/srv/council-notice", &dist().display().to_string());
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .iter()
            .map(|kind| format!("{kind}_temp_path {own}/{kind};"))
            .collect();
        // Started by root, it would give its workers to somebody who may not read the folder.
        let user = match fs::metadata(&folder)?.uid() {
            0 => "user root;",
            _ => "",
        };
        let conf = folder.join("whole.conf");
        fs::write(
            &conf,
            format!(
                "{user} daemon off; pid {own}/pid; error_log {own}/log; events {{}} \
                 http {{ access_log off; {temporary} {site} }}"
            ),
        )?;
        let process = Ended::start(Command::new("nginx").arg("-c").arg(&conf))?;
        there(|| listens(port), "nginx").await?;
        Ok(Self {
            address: format!("http://127.0.0.1:{port}/"),
            folder,
            _process: process,
        })
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // What stays behind is in the system's own folder for such things.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

async fn a_page_of_its_own(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let nginx = Nginx::start().await?;
    page.open_address(&format!("{}demo/tenancy.html", nginx.address))
        .await?;
    works(&page).await?;
    // The whole notice as a page, which nginx answers for its folder.
    page.open_address(&format!("{}notices/derby-homes/", nginx.address))
        .await?;
    assert!(page.words().await?.contains("Derby Homes"));
    left(&page).await
}

/// The page and nginx are of different origins: scripts, styles, WebAssembly and notices come with leave to be read.
async fn a_page_elsewhere(browser: &Browser) -> Outcome {
    let nginx = Nginx::start().await?;
    let tag = format!(
        "<script async src=\"{}council-notice.js\"></script>",
        nginx.address
    );
    let path = "/__test/partner.html";
    let behaviour = Behaviour::default().edit(path, "<!-- the tag -->", &tag);
    let page = browser.visit(behaviour).await?;
    page.open(path.trim_start_matches('/')).await?;
    works(&page).await?;
    left(&page).await
}

/// Notice, choice and preferences, with every file from nginx.
async fn works(page: &Page<'_>) -> Outcome {
    page.shows(&part("notice")).await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    assert!(page.record().await?.is_some());
    page.run("CouncilNotice.openPreferences()", serde_json::json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    page.browser.quiet().await
}
