//! A WordPress that runs for one trial: Debian's own, which `tools/wordpress.sh` has filled.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::atomic::{AtomicU32, Ordering},
};

use super::running::{Ended, free_port, listens, there};

use crate::{
    harness::{Failure, Outcome, copy},
    server::files::libraries,
};

/// Database and web server, with a database of their own. Dropping it ends both.
pub(crate) struct WordPress {
    /// With a slash at its end.
    pub address: String,
    folder: PathBuf,
    // Ended in this order.
    _server: Ended,
    _database: Ended,
}

impl WordPress {
    /// Starts it beside a server of ours, whose address ends in a slash.
    ///
    /// # Errors
    /// When it is not installed (`make full` does), or does not start.
    pub(crate) async fn start(notices: &str) -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let installed = libraries().with_file_name("wordpress");
        if !installed.join("made").is_file() {
            let installed = installed.display();
            return Err(Failure(format!(
                "{installed} is not there: COUNCIL_NOTICE_FULL=1 tools/hosts.sh makes it"
            )));
        }
        // Short: the name of a socket has 107 letters at most.
        let folder = env::temp_dir().join(format!("council-notice-wp-{}-{count}", process::id()));
        copy(&installed.join("data"), &folder.join("data"))?;
        fs::create_dir_all(folder.join("plugins"))?;
        let socket = folder.join("socket");
        let value = |name: &str, path: &Path| format!("--{name}={}", path.display());
        let user = fs::metadata(&folder)?;
        let mut database = Command::new("mariadbd");
        database.args([
            "--no-defaults",
            &value("datadir", &folder.join("data")),
            &value("socket", &socket),
            &value("pid-file", &folder.join("pid")),
            &value("log-error", &folder.join("log")),
            "--skip-networking",
            "--skip-grant-tables",
            "--innodb-log-file-size=4M",
            "--innodb-buffer-pool-size=16M",
            "--innodb-flush-log-at-trx-commit=0",
        ]);
        if std::os::unix::fs::MetadataExt::uid(&user) == 0 {
            database.arg("--user=root");
        }
        let database = Ended::start(&mut database)?;
        there(|| socket.exists(), "the database").await?;

        let port = free_port()?;
        let mut server = Command::new("php");
        server
            .args(["-S", &format!("127.0.0.1:{port}"), "-t"])
            .arg(installed.join("site"))
            .env("PHP_CLI_SERVER_WORKERS", "3")
            .env("WORDPRESS_SOCKET", &socket)
            .env("WORDPRESS_PLUGINS", folder.join("plugins"))
            .env("WORDPRESS_NOTICES", notices.trim_end_matches('/'));
        let server = Ended::start(&mut server)?;
        there(|| listens(port), "php's server").await?;
        let wordpress = Self {
            address: format!("http://127.0.0.1:{port}/"),
            folder,
            _server: server,
            _database: database,
        };
        let own = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/hosts/wordpress/trial.php"
        );
        wordpress.plug("trial", &fs::read_to_string(own)?)?;
        Ok(wordpress)
    }

    /// Puts a file into `wp-content/mu-plugins`, in place of one of this name.
    pub(crate) fn plug(&self, name: &str, php: &str) -> io::Result<()> {
        fs::write(self.folder.join(format!("plugins/{name}.php")), php)
    }
}

impl Drop for WordPress {
    fn drop(&mut self) {
        // What stays behind is in the system's own folder for such things.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
