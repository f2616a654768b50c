package eu.mieux.chassis.identity;

/**
 * Which records of one kind are whose: the rows that a role opens to a caller who has it. Every question is answered from
 * this one rule ({@link Caller#reach}): what she may list, whether a record is in her sight (or else absent), and whether
 * what she asks for is hers to do with it.
 *
 * <p>Which roles may do what is said by {@code @RolesAllowed} of the operation. Only these roles count for it: who is a
 * project officer in one region and sees the requests of all others as a member of the steering group is not in charge
 * there.
 */
@FunctionalInterface
public interface Policy {

    /** What everybody may see who asks. */
    Policy OPEN = new Policy() {
        @Override
        public Sight opens(String role, Claims hers) {
            return Sight.nothing();
        }

        @Override
        public Sight opensToAll() {
            return Sight.everything();
        }
    };

    /**
     * The rows that this role opens to who has it; {@link Sight#nothing} for a role that opens none.
     *
     * @param hers the claims beside her role
     */
    Sight opens(String role, Claims hers);

    /** The rows that are open to everybody, whatever the role and without any. */
    default Sight opensToAll() {
        return Sight.nothing();
    }
}
