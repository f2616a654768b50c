package eu.mieux.chassis.testing.planted.util;

/** Violates: no layers for packages. Its package bears such a name so that the guard is seen to refuse it. */
class Layered {}
