"""What a member of a government may be in charge of, as it is written in a post."""

PORTFOLIOS = frozenset(
    """
    Administration Affairs Agriculture Aid Assistant Associate Aviation Budget Business Chief Climate Commerce Communication
    Communications Construction Cooperation Culture Customs Defence Defense Deputy Development Digital Economic Economy Education
    Employment Energy Environment European External Family Finance Fisheries Food Foreign Forestry Forests Health Heritage Higher Home
    Housing Immigration Industry Information Infrastructure Innovation Integration Interior Internal Investment Irrigation Justice
    Labor Labour Land Lands Local Mines Mining National Oil Party Petroleum Planning Police Ports Power Prime Public Railways Regional
    Research Resources Rural Safety Science Security Senior Services Shipping Skills Social Sport Sports State Telecommunications
    Territorial Tourism Trade Transport Transportation Treasury Urban Vice Water Welfare Women Works Youth
    """.split()
)
"""Words that go with a title and are no name: those of "Foreign Minister" and "Minister of Economy, Trade and Industry"."""
