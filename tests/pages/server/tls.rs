//! The same answers over https, under a certificate that nobody vouches for. It is made anew for each run.

use std::{io, net::SocketAddr, sync::Arc};

use axum::serve::Listener;
use rcgen::CertifiedKey;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivatePkcs8KeyDer},
    server::TlsStream,
};

/// Connections whose handshake is done. One that never begins its own, as browsers open them in advance, holds back no
/// other.
pub(super) struct Tls {
    listener: TcpListener,
    acceptor: TlsAcceptor,
    hands: JoinSet<Option<(TlsStream<TcpStream>, SocketAddr)>>,
}

impl Tls {
    /// # Errors
    /// When no certificate can be made.
    pub(super) fn new(listener: TcpListener) -> io::Result<Self> {
        let CertifiedKey { cert, signing_key } =
            rcgen::generate_simple_self_signed(["localhost".to_owned()])
                .map_err(io::Error::other)?;
        let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key.into())
            .map_err(io::Error::other)?;
        Ok(Self {
            listener,
            acceptor: Arc::new(config).into(),
            hands: JoinSet::new(),
        })
    }
}

impl Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            tokio::select! {
                (stream, address) = Listener::accept(&mut self.listener) => {
                    let hand = self.acceptor.accept(stream);
                    self.hands.spawn(async move { Some((hand.await.ok()?, address)) });
                }
                Some(done) = self.hands.join_next() => {
                    if let Ok(Some(ready)) = done {
                        return ready;
                    }
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}
