package dev.shardline.pipeline;

import java.util.List;

/// How the machines of a job are connected.
///
/// @param isolation no calls in or out of the container, not even to S3
/// @param encryption of the traffic between the machines
/// @param subnets empty for no VPC
public record Network(
    boolean isolation, boolean encryption, List<String> securityGroups, List<String> subnets) {
  /// Nothing but the service's default network.
  public static final Network PLAIN = new Network(false, false, List.of(), List.of());

  public Network {
    securityGroups = List.copyOf(securityGroups);
    subnets = List.copyOf(subnets);
  }
}
