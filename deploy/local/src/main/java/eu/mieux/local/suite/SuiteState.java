package eu.mieux.local.suite;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a suite between two commands; kept in {@code suite.json}. Which of its processes run is not written
 * down but looked up, since a launcher that is killed cannot write.
 *
 * @param port of the gateway
 * @param passwords of the database roles, by role
 * @param portfolio what was loaded on the first start: a folder's name, or "none"; null until that is complete
 */
record SuiteState(
        int port, Map<String, String> passwords, @Nullable String portfolio) {

    SuiteState withPort(int newPort) {
        return new SuiteState(newPort, passwords, portfolio);
    }

    SuiteState withPortfolio(String name) {
        return new SuiteState(port, passwords, name);
    }

    String password(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalStateException("suite.json lacks the password of " + role);
        }
        return password;
    }
}
