package eu.mieux.preimplementation.authority;

/** What kind of institution can ask (portfolio exchange format, codes). */
public enum AuthorityType {
    CENTRAL_GOVERNMENT,
    REGIONAL_ORGANISATION,
    LOCAL_AUTHORITY,
    OMBUDSPERSON,
    PARLIAMENT,
    JUDICIARY,
    CIVIL_SOCIETY
}
