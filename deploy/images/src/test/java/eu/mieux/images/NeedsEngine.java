package eu.mieux.images;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, and says why, where no container can be run. An assumption before all tests of a class would do so in silence. */
class NeedsEngine implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Engine.found()
                .map(_ -> ConditionEvaluationResult.enabled("Containers can be run."))
                .orElseGet(
                        () -> ConditionEvaluationResult.disabled(
                                "Neither podman nor docker answers on this machine. Debian: apt-get install podman runc netavark aardvark-dns iptables"));
    }
}
