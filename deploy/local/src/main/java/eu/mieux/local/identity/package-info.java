/** The local identity provider: a process of its own that signs tokens for anybody on this machine. Never for production. */
package eu.mieux.local.identity;
