package eu.mieux.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that do not end by themselves: a gateway that leaves must end them. Their clients come again, to another. */
final class Followers {

    private final Set<EndlessAnswer> answers = ConcurrentHashMap.newKeySet();

    private volatile boolean leaving;

    void add(EndlessAnswer answer) {
        answers.add(answer);
        if (leaving) {
            answer.end();
        }
    }

    void remove(EndlessAnswer answer) {
        answers.remove(answer);
    }

    void sendAway() {
        leaving = true;
        answers.forEach(EndlessAnswer::end);
    }
}
