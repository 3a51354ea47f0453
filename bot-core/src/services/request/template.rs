//! Templates: what a client posts again and again.

use futures::FutureExt as _;

use super::RequestRefusal;
use super::draft::{again, draft, own};
use crate::domain::id::{AccountId, RequestId, TemplateId};
use crate::domain::request::WorkRequest;
use crate::domain::template::{KEPT, Template};
use crate::error::{Error, Fault, Never};
use crate::services::authority::Actor;
use crate::services::{Call, Subject};
use crate::storage::requests::templates;
use crate::storage::{accounts, requests};

/// Keeps what the client's own request says. `id` makes it once.
pub async fn keep_template(
    call: &Call<'_>,
    client: AccountId,
    request: RequestId,
    id: TemplateId,
) -> Result<Template, Error<RequestRefusal>> {
    call.write(Subject::Request(request), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, request).await?;
            if templates::list(&tx, client).await?.len() >= KEPT {
                return Err(Error::Refused(RequestRefusal::TemplatesFull));
            }
            let template = Template { id, account: client, brief: request.brief, created_at: call.now };
            templates::insert(&tx, &template).await?;
            Ok(template)
        }
        .boxed()
    })
    .await
}

/// The client's templates, newest first.
pub async fn list_templates(call: &Call<'_>, client: AccountId) -> Result<Vec<Template>, Fault> {
    templates::list(&call.read().await?, client).await
}

/// Begins a request that says what a template says.
pub async fn use_template(
    call: &Call<'_>,
    client: AccountId,
    template: TemplateId,
    id: RequestId,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    let template = {
        let tx = call.read().await?;
        if let Some(made) = requests::find(&tx, id).await?.filter(|made| made.client == client) {
            return Ok(made);
        }
        templates::find(&tx, template).await?.filter(|template| template.account == client)
    };
    let template = template.ok_or(Error::Refused(RequestRefusal::NotAvailable))?;
    draft(call, client, id, &again(template.brief, call)).await
}

/// Forgets a template.
pub async fn forget_template(call: &Call<'_>, client: AccountId, id: TemplateId) -> Result<(), Fault> {
    let gone: Result<(), Error<Never>> = call
        .write(Subject::Account(client), |tx| {
            async move { Ok(templates::delete(&tx, id, client).await?) }.boxed()
        })
        .await;
    Ok(gone?)
}
