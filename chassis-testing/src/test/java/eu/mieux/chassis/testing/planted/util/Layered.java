package eu.mieux.chassis.testing.planted.util;

/** Violates: no layers for packages. */
class Layered {}
