//! Listening sockets a stand-in can cut, one connection or all of them.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{mpsc, oneshot},
};
use tokio_rustls::TlsAcceptor;
use tokio_util::{
    sync::{CancellationToken, WaitForCancellationFutureOwned},
    task::TaskTracker,
};

/// One connection, as its handlers see it: `ConnectInfo<Wire>`.
#[derive(Clone, Debug)]
pub struct Wire {
    dead: CancellationToken,
}

impl Wire {
    /// Closes the connection now: whatever is answered on it from here on is never sent.
    pub fn cut(&self) {
        self.dead.cancel();
    }
}

impl Connected<IncomingStream<'_, Wires>> for Wire {
    fn connect_info(stream: IncomingStream<'_, Wires>) -> Self {
        stream.remote_addr().clone()
    }
}

/// A socket, plain or TLS, that fails every read and write once its wire is cut.
pub struct WireStream {
    io: Pin<Box<dyn Duplex>>,
    dead: Pin<Box<WaitForCancellationFutureOwned>>,
    cut: bool,
}

impl std::fmt::Debug for WireStream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WireStream").field("cut", &self.cut).finish_non_exhaustive()
    }
}

trait Duplex: AsyncRead + AsyncWrite + Send {}
impl<T: AsyncRead + AsyncWrite + Send> Duplex for T {}

impl WireStream {
    fn over(io: impl AsyncRead + AsyncWrite + Send + 'static, wire: &Wire) -> Self {
        Self { io: Box::pin(io), dead: Box::pin(wire.dead.clone().cancelled_owned()), cut: false }
    }

    fn alive(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        self.cut = self.cut || self.dead.as_mut().poll(cx).is_ready();
        if self.cut { Err(io::ErrorKind::ConnectionReset.into()) } else { Ok(()) }
    }
}

impl AsyncRead for WireStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.alive(cx)?;
        self.io.as_mut().poll_read(cx, buf)
    }
}

impl AsyncWrite for WireStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.alive(cx)?;
        self.io.as_mut().poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.alive(cx)?;
        self.io.as_mut().poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.io.as_mut().poll_shutdown(cx)
    }
}

/// The listener: connections whose handshake is done.
#[derive(Debug)]
pub struct Wires {
    ready: mpsc::Receiver<(WireStream, Wire)>,
    alive: CancellationToken,
}

impl Wires {
    /// Accepts on `tcp` until `alive` is cancelled, which also cuts every connection.
    fn accept_on(
        tcp: TcpListener,
        tls: Option<TlsAcceptor>,
        alive: CancellationToken,
        tracker: &TaskTracker,
    ) -> Self {
        let (sender, ready) = mpsc::channel(64);
        let (handshakes, life) = (tracker.clone(), alive.clone());
        tracker.spawn(life.clone().run_until_cancelled_owned(async move {
            loop {
                let Ok((socket, _)) = tcp.accept().await else {
                    // out of file descriptors, most likely: let some close
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                };
                let wire = Wire { dead: life.child_token() };
                let arrival = arrive(socket, tls.clone(), wire, sender.clone());
                // a slow handshake holds up no other connection
                handshakes.spawn(life.clone().run_until_cancelled_owned(arrival));
            }
        }));
        Self { ready, alive }
    }
}

async fn arrive(
    socket: TcpStream,
    tls: Option<TlsAcceptor>,
    wire: Wire,
    ready: mpsc::Sender<(WireStream, Wire)>,
) {
    if let Err(error) = socket.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY");
    }
    let stream = match tls {
        None => WireStream::over(socket, &wire),
        Some(acceptor) => match acceptor.accept(socket).await {
            Ok(stream) => WireStream::over(stream, &wire),
            Err(error) => return tracing::debug!(%error, "TLS handshake"),
        },
    };
    if ready.send((stream, wire)).await.is_err() {
        tracing::debug!("a connection arrived while the listener was closing");
    }
}

impl Listener for Wires {
    type Io = WireStream;
    type Addr = Wire;

    async fn accept(&mut self) -> (WireStream, Wire) {
        match self.ready.recv().await {
            Some(arrived) => arrived,
            // closed: nothing will ever arrive again, and the server is shutting down
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Wire> {
        Ok(Wire { dead: self.alive.clone() })
    }
}

/// An HTTP server on a fixed address that can be taken away for a while.
#[derive(Clone, Debug)]
pub struct Server {
    address: SocketAddr,
    restarts: mpsc::Sender<(Duration, oneshot::Sender<()>)>,
}

impl Server {
    /// Listens on `listen` (port 0 picks one) until `stop`, with TLS if a configuration is given.
    pub async fn start(
        listen: SocketAddr,
        tls: Option<Arc<rustls::ServerConfig>>,
        app: Router,
        tracker: &TaskTracker,
        stop: CancellationToken,
    ) -> anyhow::Result<Self> {
        let tcp = TcpListener::bind(listen).await?;
        let address = tcp.local_addr()?;
        let (restarts, asked) = mpsc::channel(1);
        let tls = tls.map(TlsAcceptor::from);
        tracker.spawn(serve(tcp, address, tls, app, tracker.clone(), stop, asked));
        Ok(Self { address, restarts })
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops listening and cuts every connection; the same port is back after `down`. Returns once all is cut.
    pub async fn restart(&self, down: Duration) {
        let (cut, done) = oneshot::channel();
        if self.restarts.send((down, cut)).await.is_ok() && done.await.is_err() {
            tracing::debug!("the server was stopped during a restart");
        }
    }
}

async fn serve(
    tcp: TcpListener,
    address: SocketAddr,
    tls: Option<TlsAcceptor>,
    app: Router,
    tracker: TaskTracker,
    stop: CancellationToken,
    mut asked: mpsc::Receiver<(Duration, oneshot::Sender<()>)>,
) {
    let mut bound = Some(tcp);
    while let Some(tcp) = bound.take() {
        let alive = stop.child_token();
        let wires = Wires::accept_on(tcp, tls.clone(), alive.clone(), &tracker);
        let service = app.clone().into_make_service_with_connect_info::<Wire>();
        let server = axum::serve(wires, service).with_graceful_shutdown(alive.clone().cancelled_owned());
        let mut running = std::pin::pin!(server.into_future());
        tokio::select! {
            ended = &mut running => {
                if let Err(error) = ended {
                    tracing::error!(%error, %address, "a stand-in stopped");
                }
                return;
            }
            Some((down, cut)) = asked.recv() => {
                alive.cancel();
                if let Err(error) = running.await {
                    tracing::warn!(%error, %address, "a stand-in closed untidily");
                }
                if cut.send(()).is_err() {
                    tracing::debug!("nobody waits for the restart");
                }
                if stop.run_until_cancelled(tokio::time::sleep(down)).await.is_none() {
                    return;
                }
                bound = rebind(address, &stop).await;
            }
        }
    }
}

/// The same port again; somebody else may hold it for a moment.
async fn rebind(address: SocketAddr, stop: &CancellationToken) -> Option<TcpListener> {
    while !stop.is_cancelled() {
        match TcpListener::bind(address).await {
            Ok(tcp) => return Some(tcp),
            Err(error) => tracing::warn!(%error, %address, "the port is taken"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    None
}
