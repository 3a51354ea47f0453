//! A market on a database of its own, and its public listener.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use bot_core::app::App;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::domain::account::Roles;
use bot_core::domain::id::AccountId;
use bot_core::domain::identity::{Identity, Platform};
use bot_core::ids::RandomIds;
use bot_core::services::{Call, Operator, Rules, account};
use bot_core::ui::interaction::{Chat, ChatKind};
use bot_testing::TestDatabase;
use tower::ServiceExt as _;

/// A market.
pub(crate) struct Bench {
    pub(crate) app: App,
    _database: TestDatabase,
}

/// An answer, read whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Bench {
    /// Nobody is in it yet.
    pub(crate) async fn new() -> Self {
        let database = TestDatabase::sqlite().await.expect("a database");
        let (clock, ids) = (Arc::new(SystemClock), Arc::new(RandomIds));
        let now = clock.now();
        let storage = database.open(ids.clone(), now).await.expect("it opens");
        let owner = Owner::nameless(&*ids, now);
        let operator = Operator {
            name: "The <Harbour> Guild".to_owned(),
            contact: "hello@harbour.example".to_owned(),
            country: "Portugal".to_owned(),
        };
        let rules = Rules { operator, ..Rules::default() };
        let app = App::new(Desk::new(storage, clock, ids, Wakes::default(), owner), rules);
        Self { app, _database: database }
    }

    /// Somebody who hires.
    pub(crate) async fn client(&self, name: &str) -> AccountId {
        let call = Call::new(self.app.services(), None);
        let identity = Identity {
            platform: Platform::Discord,
            user: name.to_owned(),
            name: name.to_owned(),
            handle: None,
        };
        let chat = Chat { platform: Platform::Discord, kind: ChatKind::Private, address: name.to_owned() };
        let member = account::arrive(&call, &identity, &chat).await.expect("they arrive");
        let roles = Roles { works: false, hires: true };
        account::choose_roles(&call, member.account.id, roles).await.expect("they hire");
        member.account.id
    }

    /// The public listener, with these webhooks.
    pub(crate) fn listener(&self, hooks: Router) -> Router {
        web_auth::listener::router(&self.app, hooks)
    }

    /// What the public listener answers.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        answer(self.listener(Router::new()), request).await
    }
}

/// What `router` answers.
pub(crate) async fn answer(router: Router, request: Request<Body>) -> Answer {
    let response = router.oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 20).await.expect("a body");
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).expect("text"),
    }
}
