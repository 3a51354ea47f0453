//! Guildhall on the web: public pages, webhooks and the operations listener.
