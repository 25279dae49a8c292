//! Servers as other people run them, each on a free port of this machine and stopped with the test.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::fs::MetadataExt as _,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};

use crate::site::Site;

/// Where Debian has Apache's modules.
const MODULES: &str = "/usr/lib/apache2/modules";

/// A server that runs.
pub(crate) struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// nginx with blocks of `http`, whose server listens on port 80 and has the published files in `/srv/council-notice`.
    pub(crate) fn nginx(site: &Site, blocks: &str) -> Self {
        let port = free_port();
        let root = site.root.display();
        let server = blocks
            .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
            .replace("/srv/council-notice", &format!("{root}/dist"));
        site.put("server.conf", server);
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .iter()
            .map(|kind| format!("{kind}_temp_path {root}/{kind};"))
            .collect();
        // The tests may run as root, whose workers nginx would give to another user.
        let user = if is_root(site) { "user root;" } else { "" };
        site.put(
            "nginx.conf",
            format!(
                "{user} daemon off; pid {root}/pid; error_log stderr; events {{}} \
                 http {{ access_log off; {temporary} include {root}/server.conf; }}"
            ),
        );
        let conf = site.root.join("nginx.conf");
        let checked = Command::new("nginx")
            .arg("-t")
            .arg("-c")
            .arg(&conf)
            .output()
            .expect("nginx is one of the tools");
        assert!(
            checked.status.success(),
            "{}",
            String::from_utf8_lossy(&checked.stderr)
        );
        Self::start(Command::new("nginx").arg("-c").arg(&conf), port)
    }

    /// Apache with directives for the folder of the published files.
    pub(crate) fn apache(site: &Site, directives: &str) -> Self {
        let port = free_port();
        let root = site.root.display();
        // Apache serves nobody as root.
        let user = match is_root(site) {
            true => "User www-data\nGroup www-data\n",
            false => "",
        };
        let modules: String = [
            "mpm_event",
            "unixd",
            "authz_core",
            "mime",
            "filter",
            "include",
        ]
        .iter()
        .filter(|name| fs::exists(format!("{MODULES}/mod_{name}.so")).unwrap_or(false))
        .map(|name| format!("LoadModule {name}_module {MODULES}/mod_{name}.so\n"))
        .collect();
        let conf = format!(
            "ServerRoot {root}\nServerName notices.example\nListen 127.0.0.1:{port}\nPidFile {root}/pid\n\
             DefaultRuntimeDir {root}\nErrorLog {root}/log\n{modules}{user}TypesConfig /etc/mime.types\nDocumentRoot {root}/dist\n\
             <Directory {root}/dist>\n{directives}\n</Directory>\n"
        );
        site.put("apache.conf", conf);
        let conf = site.root.join("apache.conf");
        let mut apache = Command::new("apache2");
        Self::start(apache.args(["-D", "FOREGROUND", "-f"]).arg(&conf), port)
    }

    /// PHP's own server, with the published files and whatever else is in their folder.
    pub(crate) fn php(site: &Site) -> Self {
        let port = free_port();
        let mut php = Command::new("php");
        let listen = format!("127.0.0.1:{port}");
        Self::start(php.args(["-S", &listen, "-t"]).arg(site.dist()), port)
    }

    fn start(command: &mut Command, port: u16) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let child = child.unwrap_or_else(|error| panic!("{name} is one of the tools: {error}"));
        Self { child, port }
    }

    /// What stands in a file, as it is sent.
    pub(crate) fn body(&self, path: &str, more: &str) -> String {
        let answer = self.answer(path, more);
        let body = answer.split_once("\r\n\r\n");
        body.map_or_else(String::new, |(_, body)| body.to_owned())
    }

    /// Status and headers (names in lower case) of a file.
    pub(crate) fn get(&self, path: &str, more: &str) -> (u16, Vec<(String, String)>) {
        let answer = self.answer(path, more);
        let head = answer.split("\r\n\r\n").next().unwrap_or_default();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .unwrap_or(0);
        let split = |line: &str| {
            line.split_once(": ")
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        };
        (status, head.lines().filter_map(split).collect())
    }

    fn answer(&self, path: &str, more: &str) -> String {
        let mut stream = self.connect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: notices.example\r\n{more}Connection: close\r\n\r\n"
        )
        .expect("the server listens");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the server answers");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn connect(&self) -> TcpStream {
        for _ in 0..500 {
            if let Ok(stream) = TcpStream::connect(("127.0.0.1", self.port)) {
                return stream;
            }
            sleep(Duration::from_millis(20));
        }
        panic!("the server does not listen");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A signal lets the first process end its workers; it may have gone by itself.
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|taken| taken.local_addr())
        .expect("a free port")
        .port()
}

fn is_root(site: &Site) -> bool {
    fs::metadata(&site.root).is_ok_and(|meta| meta.uid() == 0)
}
