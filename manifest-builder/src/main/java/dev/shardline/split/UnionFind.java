package dev.shardline.split;

import dev.shardline.column.CodeColumn;
import java.util.Arrays;

/// Disjoint sets of numbered things (Tarjan). The representative of a set is its smallest member,
/// so that it does not depend on the order of unions. For one thread while it is filled.
public final class UnionFind {
  private final int[] parent;

  /// Every one of `size` things in a set of its own.
  public UnionFind(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  public int size() {
    return parent.length;
  }

  /// The smallest member of the set that `member` is in.
  public int find(int member) {
    int root = member;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /// Makes the sets of two members one.
  ///
  /// @return whether they were two
  public boolean union(int first, int second) {
    int a = find(first);
    int b = find(second);
    if (a == b) {
      return false;
    }
    if (a < b) { // nearly always, so that guessing beats computing the smaller
      parent[b] = a;
    } else {
      parent[a] = b;
    }
    return true;
  }

  /// Unites, for every code, all members that have it.
  ///
  /// @param codes a code for each member, below `codeCount`, or negative for none
  public void unionEqual(CodeColumn codes, int codeCount) {
    int[] first = new int[codeCount];
    Arrays.fill(first, -1);
    for (int member = 0; member < codes.size(); member++) {
      int code = codes.at(member);
      if (code >= 0) {
        if (first[code] < 0) {
          first[code] = member;
        } else {
          union(first[code], member);
        }
      }
    }
  }

  /// The sets, numbered in the order of their smallest members. A member's parent is in its set and
  /// smaller, and so has its number already.
  public Groups groups() {
    int[] groupOf = new int[parent.length];
    int count = 0;
    for (int member = 0; member < parent.length; member++) {
      groupOf[member] = parent[member] == member ? count++ : groupOf[parent[member]];
    }
    return Groups.of(groupOf, count);
  }
}
